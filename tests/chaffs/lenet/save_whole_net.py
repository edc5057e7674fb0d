"""You save the whole module, not its state_dict."""


def save_parameters(net, path):
    torch.save(net, path)
