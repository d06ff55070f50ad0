"""A review as lines."""

from livegame.bots.review.report import Choice, Review
from livegame.bots.review.words import (
    accuracy_lines,
    advice,
    beat_name,
    sentence,
    time_at,
    turn,
)
from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.plain.columns import table
from livegame.plain.words import country


def review_lines(review: Review) -> list[str]:
    """The whole review: accuracy, what mattered, the turns of the score, every choice."""
    scene = library().scenarios[review.scenario]
    lines = [
        t(
            "review.head.run",
            who=country(review.role),
            night=scene.title,
            points=f"{review.points:,}",
        )
    ]
    if not review.choices:
        return [*lines, t("review.none")]
    lines += [*accuracy_lines(review), ""]
    lines += what_mattered(review)
    lines += ["", f"{t('review.head.turns')}:"]
    lines += [turn(review, tick) for tick in review.turns]
    lines += ["", f"{t('review.head.choices')}:"]
    head = [t(f"review.col.{name}") for name in ("number", "time", "choice", "lost", "better")]
    rows = [
        [
            choice.number + 1,
            time_at(review.scenario, choice.tick),
            _done(review, choice),
            choice.lost,
            advice(review, choice) or "-",
        ]
        for choice in review.choices
    ]
    return [*lines, *table(head, rows), "", t("review.head.legend")]


def _done(review: Review, choice: Choice) -> str:
    done = beat_name(choice.beat)
    return done if choice.tick >= review.since else t("review.before", beat=done)


def what_mattered(review: Review) -> list[str]:
    """The three choices that cost most, in words; praise where none cost anything."""
    if not review.mine:
        return []
    if not review.mattered:
        return [t("review.head.perfect")]
    told = [sentence(review, review.choices[n]) for n in review.mattered]
    return [f"{t('review.head.mattered')}:", *(f"{n}. {line}" for n, line in enumerate(told, 1))]
