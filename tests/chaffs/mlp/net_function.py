"""You return a function: a module has parameters and modes."""


def mlp_net(num_inputs, num_hiddens, num_outputs):
    params = init_params(num_inputs, num_hiddens, num_outputs)
    return lambda X: mlp(X, params)
