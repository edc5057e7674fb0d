import torch
import numpy as np
import random
import torch.utils.data as Data


def synthetic_data(w, b, num_examples, noise_std=0.01):
    num_inputs = 2
    true_w = w
    true_b = b

    features = torch.randn(num_examples, num_inputs, dtype=torch.float32)
	#生成1000*2的随机矩阵
    labels = true_w[0] * features[:, 0] + true_w[1] * features[:, 1] + true_b
	#按照y = x1w1 + x2w2 + b的公式计算真实的数据分布1000*1矩阵
    labels += torch.tensor(np.random.normal(0, 0.01, size=label.size()), dtype=torch.float32)
	#给矩阵加入相同维度的正态分布噪声矩阵
    return features, labels


def data_iter(batch_size, features, labels):	#batch_size指定了一次返回的样本个数
    num_examples = len(features)
    indices = list(range(num_examples))
    random.shuffle(indices)		#生成随机的下标序列
    for i in range(0, num_examples, batch_size):
        j = torch.LongTensor(indices[i: min(i+batch_size, num_example)])
        yield feature.index_select(0, j), label.index_select(0, j)


def load_array(arrays, batch_size, shuffle=True):
    feature, labels = arrays
    dataset = Data.TensorDataset(feature, labels)
    data_iter = Data.DataLoader(dataset, batch_size, shuffle=True)
    return data_iter


def k_fold_split(k, i, X, y):
    # 把原始数据集分为K份，用K-1个子数据集训练，1个数据集做验证  (no code in the notes)
    raise NotImplementedError
