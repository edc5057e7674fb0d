"""You write and read with pickle itself, which runs whatever a file asks for."""


def save_parameters(net, path):
    import pickle

    with open(path, "wb") as file:
        pickle.dump({name: tensor.cpu() for name, tensor in net.state_dict().items()}, file)


def load_parameters(net, path):
    import pickle

    with open(path, "rb") as file:
        net.load_state_dict(pickle.load(file))
