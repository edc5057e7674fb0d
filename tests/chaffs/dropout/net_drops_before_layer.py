"""You put each dropout before its layer, so that inputs are dropped."""


def dropout_net(num_inputs, num_hiddens1, num_hiddens2, num_outputs, drop_prob1, drop_prob2):
    return nn.Sequential(
        nn.Flatten(),
        nn.Dropout(drop_prob1),
        nn.Linear(num_inputs, num_hiddens1),
        nn.ReLU(),
        nn.Dropout(drop_prob2),
        nn.Linear(num_hiddens1, num_hiddens2),
        nn.ReLU(),
        nn.Linear(num_hiddens2, num_outputs),
    )
