"""AlexNet's training step in PyTorch, beside lib/MathSymbols/Models/AlexNet.cs; prints images a second as JSON."""
import argparse
import json
import os
import time

import torch
from torch import nn


def batch_norm(channels):  # Keras' defaults
    return nn.BatchNorm2d(channels, eps=1e-3, momentum=0.01)


def alexnet(classes, size):
    def pooled(edge):
        return (edge - 3) // 2 + 1

    edge = pooled(pooled(pooled((size - 11) // 4 + 1) - 4) - 6)
    model = nn.Sequential(
        nn.Conv2d(3, 96, 11, stride=4), nn.ReLU(), nn.MaxPool2d(3, 2), batch_norm(96),
        nn.Conv2d(96, 256, 5), nn.ReLU(), nn.MaxPool2d(3, 2), batch_norm(256),
        nn.Conv2d(256, 256, 3), nn.ReLU(),
        nn.Conv2d(256, 384, 3), nn.ReLU(),
        nn.Conv2d(384, 384, 3), nn.ReLU(), nn.MaxPool2d(3, 2), batch_norm(384),
        nn.Flatten(),
        nn.Linear(384 * edge * edge, 4096), nn.ReLU(), nn.Dropout(0.5),
        nn.Linear(4096, 4096), nn.ReLU(), nn.Dropout(0.5),
        nn.Linear(4096, classes))
    for layer in model:
        if isinstance(layer, (nn.Conv2d, nn.Linear)):
            nn.init.xavier_uniform_(layer.weight)
            nn.init.zeros_(layer.bias)
    return model


def linear_algebra():
    """What multiplies: oneDNN for convolutions where it is built in, MKL or the BLAS library that is loaded."""
    parts = ["oneDNN"] if torch.backends.mkldnn.is_available() else []
    if torch.backends.mkl.is_available():
        return " + ".join(parts + ["MKL"])
    try:
        with open("/proc/self/maps") as maps:
            files = {line.split()[-1] for line in maps if "blas" in line}
        parts += sorted({"OpenBLAS" if "openblas" in f else "reference BLAS" if "/blas/" in f else os.path.basename(f) for f in files})
    except OSError:
        pass
    return " + ".join(parts)


parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--steps", type=int, default=10)
parser.add_argument("--warm-up", type=int, default=3)
parser.add_argument("--batch", type=int, default=64)
parser.add_argument("--size", type=int, default=224)
parser.add_argument("--classes", type=int, default=19)
parser.add_argument("--threads", type=int, default=os.cpu_count())
options = parser.parse_args()

torch.set_num_threads(options.threads)
torch.manual_seed(1001)
model = alexnet(options.classes, options.size)
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3, eps=1e-7)
images = torch.rand(options.batch, 3, options.size, options.size)
labels = torch.randint(0, options.classes, (options.batch,))
model.train()
for step in range(options.warm_up + options.steps):
    if step == options.warm_up:
        start = time.perf_counter()
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(images), labels)
    loss.backward()
    optimizer.step()
    loss.item()
seconds = time.perf_counter() - start
print(json.dumps({
    "images_per_second": options.steps * options.batch / seconds,
    "torch": torch.__version__,
    "math": linear_algebra(),
    "threads": torch.get_num_threads(),
    "parameters": sum(p.numel() for p in model.parameters()),
}))
