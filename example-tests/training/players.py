"""The networks of the GAN: a generator, and the layers that its three opponents share."""

import copy

import torch
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval, fuse_linear_bn_eval

LATENTS = 5


class Generator(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(
            nn.Linear(LATENTS, 64, bias=False), nn.BatchNorm1d(64), nn.ReLU(),
            nn.Unflatten(1, (64, 1, 1)),
            nn.ConvTranspose2d(64, 96, 4, bias=False), nn.BatchNorm2d(96), nn.ReLU(),
            nn.ConvTranspose2d(96, 64, 3, stride=2, padding=1, bias=False), nn.BatchNorm2d(64), nn.ReLU(),
            nn.ConvTranspose2d(64, 32, 4, stride=2, padding=1, bias=False), nn.BatchNorm2d(32), nn.ReLU(),
            nn.ConvTranspose2d(32, 1, 4, stride=2, padding=1))

    def logits(self, latents):
        return self.layers(latents)

    def forward(self, latents):
        return self.logits(latents).sigmoid()


def critic(outputs, norm=lambda layer: layer):
    """Images to `outputs` numbers: the encoder's layers, and with a spectral norm the discriminator's."""
    return nn.Sequential(
        norm(nn.Conv2d(1, 32, 4, stride=2, padding=1)), nn.LeakyReLU(.2),
        norm(nn.Conv2d(32, 64, 4, stride=2, padding=1)), nn.LeakyReLU(.2),
        norm(nn.Conv2d(64, 128, 3, stride=2, padding=1)), nn.LeakyReLU(.2),
        nn.Flatten(), norm(nn.Linear(2048, outputs)))


@torch.no_grad()
def finished(average):
    """The averaged generator with batch-norm statistics of its own, folded into the weights: rows are independent."""
    model = copy.deepcopy(average).to(memory_format=torch.contiguous_format)
    for layer in model.modules():
        if isinstance(layer, (nn.BatchNorm1d, nn.BatchNorm2d)):
            layer.reset_running_stats()
            layer.momentum = None
    for _ in range(50):
        model.train()(torch.randn(500, LATENTS))
    folded = []
    for layer in model.eval().layers:
        if isinstance(layer, nn.BatchNorm1d):
            folded[-1] = fuse_linear_bn_eval(folded[-1], layer)
        elif isinstance(layer, nn.BatchNorm2d):
            folded[-1] = fuse_conv_bn_eval(folded[-1], layer, transpose=True)
        else:
            folded.append(layer)
    model.layers = nn.Sequential(*folded)
    return model.eval()
