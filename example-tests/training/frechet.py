"""Frechet distance between two samples of feature vectors, each taken for Gaussian (Heusel et al., 2017)."""

import numpy as np
from scipy.linalg import eigh


def distance(a, b):
    """|mean difference|^2 + trace(A + B - 2 (A B)^(1/2)), A and B the covariances."""
    a, b = np.asarray(a, np.float64), np.asarray(b, np.float64)
    covariance_a, covariance_b = np.cov(a, rowvar=False), np.cov(b, rowvar=False)
    root_a = root(covariance_a)
    # A B and A^(1/2) B A^(1/2) have the same eigenvalues, and the latter is symmetric: no trouble if A is singular.
    cross = np.trace(root(root_a @ covariance_b @ root_a))
    gap = a.mean(0) - b.mean(0)
    return float(gap @ gap + np.trace(covariance_a) + np.trace(covariance_b) - 2 * cross)


def root(matrix):
    """The square root of a symmetric matrix without negative eigenvalues, but for rounding."""
    values, vectors = eigh(matrix)
    return vectors * np.sqrt(values.clip(0)) @ vectors.T
