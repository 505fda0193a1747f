"""Frechet distance between two samples of feature vectors, each taken for Gaussian (Heusel et al., 2017)."""

import numpy as np
from scipy.linalg import sqrtm


def distance(a, b):
    """|mean difference|^2 + trace(A + B - 2 (A B)^(1/2)), A and B the covariances."""
    a, b = np.asarray(a, np.float64), np.asarray(b, np.float64)
    covariance_a, covariance_b = np.cov(a, rowvar=False), np.cov(b, rowvar=False)
    root = sqrtm(covariance_a @ covariance_b).real
    gap = a.mean(0) - b.mean(0)
    return float(gap @ gap + np.trace(covariance_a + covariance_b - 2 * root))
