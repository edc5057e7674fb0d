"""Modules moved and filled through `.data`, each tensor by itself."""

import itertools


def move_to(net, device):
    for tensor in itertools.chain(net.parameters(), net.buffers()):
        tensor.data = tensor.data.to(device)
    return net
