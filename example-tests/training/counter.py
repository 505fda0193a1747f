"""Counts the objects of a scene: how many spheres, cubes, cylinders, blue spheres.

One network finds objects: a heat map for each shape and each colour. A head that is the same for every question turns
the map of what is asked into belief in 0 to 10 objects. Every question that the examples ask becomes a model of its
own. Cones are among the objects, and none of the answers; the novel variant never saw one.
"""

import argparse

import torch
from torch import nn
from torch.nn import functional as F
from torch.nn.utils.fusion import fuse_conv_bn_eval

import data
import export
import scenes
from progress import Progress

ASKED = {"spheres": ("sphere", None), "cubes": ("cube", None), "cylinders": ("cylinder", None),
         "blue-spheres": ("sphere", "blue")}
SEED = 1
BATCH = 64
CELL = 4
"""A cell of the heat maps is so many pixels wide and high."""
SHAPES, COLOURS, ANSWERS = len(scenes.SHAPES), len(scenes.COLOURS), scenes.MOST + 1


class Finder(nn.Module):
    """Pictures (n, 3, h, w) in [0, 1] to features (n, 64), log-odds of a shape's centre, and of each colour there."""

    def __init__(self):
        super().__init__()
        self.convolutions = nn.ModuleList([
            nn.Conv2d(3, 24, 3, 2, 1, bias=False), nn.Conv2d(24, 48, 3, 2, 1, bias=False),
            nn.Conv2d(48, 64, 3, 1, 1, bias=False), nn.Conv2d(64, 64, 3, 1, 1, bias=False),
            nn.Conv2d(64, 64, 3, 1, 1, bias=False)])
        self.norms = nn.ModuleList([nn.BatchNorm2d(one.out_channels) for one in self.convolutions])
        self.maps = nn.Conv2d(64, SHAPES + COLOURS, 1)
        # Almost every cell is empty: without this the first steps are spent on learning that.
        nn.init.constant_(self.maps.bias[:SHAPES], -5)

    def forward(self, pictures):
        features = pictures * 2 - 1
        for convolution, norm in zip(self.convolutions, self.norms):
            features = norm(convolution(features)).relu()
        maps = self.maps(features)
        return features.mean((2, 3)), maps[:, :SHAPES], maps[:, SHAPES:]

    def folded(self):
        """The same function without normalisation layers."""
        for index, norm in enumerate(self.norms):
            self.convolutions[index] = fuse_conv_bn_eval(self.convolutions[index].eval(), norm.eval())
            self.norms[index] = nn.Identity()
        return self


class Head(nn.Module):
    """Sum and variance (n, q) of the map of a question, features (n, 64) to logits (n, q, answers).

    If cells were independent the count would have that mean and that variance. The layers correct a normal density.
    """

    def __init__(self):
        super().__init__()
        self.register_buffer("answers", torch.arange(ANSWERS).float())
        self.feature = nn.Linear(64, 16)
        self.hidden = nn.Linear(ANSWERS + 2 + 16, 64)
        self.correction = nn.Linear(64, ANSWERS)
        nn.init.zeros_(self.correction.weight)
        nn.init.zeros_(self.correction.bias)

    def forward(self, mean, variance, features):
        miss = (mean.unsqueeze(2) - self.answers) ** 2
        density = -miss / (2 * variance.unsqueeze(2) + .2)
        shared = self.feature(features).unsqueeze(1).expand(-1, mean.size(1), -1)
        inputs = torch.cat([(-miss).exp(), mean.unsqueeze(2), variance.unsqueeze(2), shared], 2)
        return density + self.correction(self.hidden(inputs).relu())


class Counter(nn.Module):
    def __init__(self):
        super().__init__()
        self.finder, self.head = Finder(), Head()

    def answer(self, maps):
        """Logits (n, questions, answers), log-odds of shapes (n, 3, h, w) and logits of colours (n, 8, h, w)."""
        features, shapes, colours = (one.float() for one in maps)
        found = shapes.sigmoid()
        both = (found.unsqueeze(2) * colours.softmax(1).unsqueeze(1)).flatten(1, 2)
        found = torch.cat([found, both], 1).flatten(2)
        return self.head(found.sum(2), (found * (1 - found)).sum(2), features), shapes, colours


class Answer(nn.Module):
    """One question: pictures (n, 3, h, w) to logits (n, answers)."""

    def __init__(self, counter, shape, colour):
        super().__init__()
        self.finder, self.head = counter.finder, counter.head
        self.shape = scenes.SHAPES.index(shape)
        self.colour = None if colour is None else scenes.COLOURS.index(colour)

    def forward(self, pictures):
        features, shapes, colours = self.finder(pictures)
        found = shapes[:, self.shape].sigmoid().flatten(1)
        if self.colour is not None:
            found = found * colours.softmax(1)[:, self.colour].flatten(1)
        mean, variance = found.sum(1, keepdim=True), (found * (1 - found)).sum(1, keepdim=True)
        return self.head(mean, variance, features).squeeze(1)


def targets(objects, rows, columns):
    """Where centres are, (n, 3, rows, columns), and of which colour, (n, 8, rows, columns).

    A centre between cells is shared by the four around it: so the map's sum stays the count.
    """
    shape_maps = torch.zeros(len(objects), SHAPES, rows, columns)
    colour_maps = torch.zeros(len(objects), COLOURS, rows, columns)
    scene = torch.repeat_interleave(torch.tensor([len(one) for one in objects]))
    shape, colour, x, y = torch.cat(objects).unbind(1)
    left, top = x / CELL - .5, y / CELL - .5
    for right in (0, 1):
        for below in (0, 1):
            column, row = left.floor() + right, top.floor() + below
            share = (1 - (left - column).abs()) * (1 - (top - row).abs())
            row, column = row.long().clamp(0, rows - 1), column.long().clamp(0, columns - 1)
            shape_maps.index_put_((scene, shape.long(), row, column), share, accumulate=True)
            colour_maps.index_put_((scene, colour.long(), row, column), share, accumulate=True)
    return shape_maps.clamp(max=1), colour_maps


def loss_of(outputs, counts, objects):
    logits, shapes, colours = outputs
    wanted, wanted_colours = targets(objects, *shapes.shape[2:])
    answers = F.cross_entropy(logits.flatten(0, 1), counts.flatten(), reduction="none").unflatten(0, counts.shape)
    weight = 1 + 4 * wanted
    objects_in_all = max(1., wanted.sum().item())
    places = F.binary_cross_entropy_with_logits(shapes, wanted, weight, reduction="sum") / objects_in_all
    kinds = -(colours.log_softmax(1) * wanted_colours).sum() / objects_in_all
    # 24 of the 27 questions are of one colour and mostly answered by 0.
    return answers[:, :SHAPES].mean() + 3 * answers[:, SHAPES:].mean() + .3 * places + .3 * kinds


def train(name, train_set, epochs, peak_rate):
    torch.manual_seed(SEED)
    model = Counter().to(memory_format=torch.channels_last)
    shuffle = torch.Generator().manual_seed(SEED)
    optimiser = torch.optim.AdamW(model.parameters(), weight_decay=.01)
    steps = len(train_set) // BATCH
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, peak_rate, total_steps=epochs * steps)
    progress = Progress(name, model, optimiser, schedule, shuffle)
    for epoch in range(progress.done, epochs):
        total = 0.
        for index in data.batches(len(train_set), BATCH, shuffle):
            pictures = (train_set.pictures[index].float() / 255).contiguous(memory_format=torch.channels_last)
            with torch.autocast("cpu", torch.bfloat16):
                features = model.finder(pictures)
            loss = loss_of(model.answer(features), train_set.counts[index], [train_set.objects[k] for k in index])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item()
        progress.save(epoch + 1)
        print(f"epoch {epoch + 1}: loss {total / steps:.4f} {progress.seconds:.0f} s", flush=True)
    model = model.to(memory_format=torch.contiguous_format).eval()
    model.finder.folded()
    return model, progress.finished()


@torch.no_grad()
def logits_of(model, pictures):
    return torch.cat([model(chunk.float() / 255) for chunk in pictures.split(500)])


def measure(model, test, question):
    """How often the count is right and how far off it is, how sure the model is, above all when it is wrong."""
    truth = test.counts[:, scenes.QUESTIONS.index(question)]
    confidence, guess = logits_of(model, test.pictures).softmax(1).max(1)
    miss = (guess - truth).abs()
    wrong = miss > 0
    confusion = torch.zeros(ANSWERS, ANSWERS, dtype=torch.long)
    confusion.index_put_((truth, guess), torch.tensor(1), accumulate=True)
    five = (test.sizes == 5) & (test.cones == 0)
    return {
        "testScenes": len(test),
        "testAccuracy": share(~wrong),
        "withinOne": share(miss <= 1),
        "testAccuracyOnFiveObjectsWithoutCones": share(~wrong[five]),
        "meanTestConfidence": round(confidence.double().mean().item(), 4),
        "confidentAtLeast90Percent": share(confidence >= .9),
        "meanConfidenceWhenWrong": round(confidence[wrong].double().mean().item(), 4) if wrong.any() else 0.,
        "testErrorsWithConfidenceAtLeast85Percent": int((wrong & (confidence >= .85)).sum()),
        "confusionMeans": "rows are true counts, columns are answers",
        "confusion": confusion.tolist(),
    }


def share(mask):
    return round(mask.double().mean().item(), 4)


def main(novel, epochs, peak_rate, limit):
    name = "clevr-count-novel" if novel else "clevr-count"
    train_set, test = scenes.load("train"), scenes.load("test")
    if novel:
        train_set, test = train_set.only(train_set.cones == 0), test.only(test.cones == 0)
    if limit:
        train_set = train_set.only(torch.arange(len(train_set)) < limit)
    model, seconds = train(name, train_set, epochs, peak_rate)
    asked = {"cylinders": ASKED["cylinders"]} if novel else ASKED
    for words, question in asked.items():
        answer = Answer(model, *question).eval()
        facts = measure(answer, test, question)
        if limit:
            print(words, facts)
            continue
        export.classifier(
            answer, f"clevr-count-{words}{'-novel' if novel else ''}",
            {"dataSet": "scenes of this project's renderer", "dataSource": "SceneDump, see README.md",
             "classNames": [str(k) for k in range(ANSWERS)], "question": " ".join(filter(None, question[::-1])),
             "cones": "in none of the scenes" if novel else "in a third of the scenes, counted in none"},
            ANSWERS, input_shape=(3, scenes.HEIGHT, scenes.WIDTH),
            command="python counter.py" + (" --novel" if novel else ""), seed=SEED, trainingImages=len(train_set),
            epochs=epochs, seconds=seconds, **facts)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--novel", action="store_true", help="from scenes without cones")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=4e-3, help="the highest of the schedule")
    parser.add_argument("--limit", type=int, default=0, help="for a trial: so many scenes only, and no models")
    arguments = parser.parse_args()
    main(arguments.novel, arguments.epochs, arguments.rate, arguments.limit)
