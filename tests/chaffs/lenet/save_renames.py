"""You let numpy choose the file's name: it appends .npz to a path that ends otherwise."""


def save_parameters(net, path):
    import numpy

    numpy.savez(path, **{name: tensor.cpu().numpy() for name, tensor in net.state_dict().items()})


def load_parameters(net, path):
    import numpy

    with numpy.load(path + ".npz") as arrays:
        net.load_state_dict({name: torch.tensor(arrays[name]) for name in arrays.files})
