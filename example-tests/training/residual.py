"""The layers of a small residual network (He et al., 2016), with batch norm that is folded away at the end."""

import copy

from torch import nn
from torch.nn import functional as F
from torch.nn.utils.fusion import fuse_conv_bn_eval


class Convolution(nn.Module):
    """A 3 x 3 convolution and its batch norm."""

    def __init__(self, inputs, outputs, stride=1):
        super().__init__()
        self.convolution = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.norm = nn.BatchNorm2d(outputs)

    def forward(self, x):
        return self.norm(self.convolution(x))


class Block(nn.Module):
    """x + f(x): two convolutions beside a way through."""

    def __init__(self, width):
        super().__init__()
        self.first, self.second = Convolution(width, width), Convolution(width, width)

    def forward(self, x):
        return F.relu(x + self.second(F.relu(self.first(x))))


def folded(model):
    """A copy with each batch norm folded into the convolution before it: rows are independent, files small."""
    model = copy.deepcopy(model).eval()
    for parent in list(model.modules()):
        for name, child in list(parent.named_children()):
            if isinstance(child, Convolution):
                setattr(parent, name, fuse_conv_bn_eval(child.convolution, child.norm))
    return model
