"""Files of a user's own words, for tests."""

from __future__ import annotations

WORDS = """\
[units]
trucks = ["truck", "lorry/lorries"]
schools = ["school"]

[metrics.aid_trucks]
definition = "trucks with aid that came in"
counts = ["trucks"]
transitive = ["let(t)/let/let in"]
intransitive = ["enter", "cross into", "reach"]
examples = [
  "On Sunday 40 trucks entered Keld.", "The army let in 40 lorries.", "Only 12 lorries have crossed into Keld.",
  "Of 40 trucks, 12 reached Keld.",
]
not_examples = ["The blast burned 12 trucks.", "Some 300 people entered the camp."]

[metrics.schools_closed]
title = "schools that do not teach"
definition = "schools closed or shut"
counts = ["schools"]
basis = "stock"
transitive = ["close", "shut/shut/shut"]
predicates = ["closed"]
examples = ["The flood closed 310 schools.", "Some 310 schools remain closed."]

[metrics.deaths]
intransitive = ["breathe their last"]
examples = ["Twelve people breathed their last."]

[sources."Keld Relief Committee"]
kind = "ngo"
also = ["KRC", "the relief committee", "the circle"]

[sources."Keld Daily Word"]
kind = "media"
also = ["KDW"]

[places."Brano Gate"]
country = "SD"
also = ["the Brano crossing"]
"""
