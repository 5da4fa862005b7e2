"""Whether the 2025 report's figures can all hold at once, and whole numbers that make them.

    pip install scipy
    python3 fit-published-figures.py        (run inside this folder)

Every printed figure leaves a range of values that round to it. With N people, of whom W worked, a mixed-integer linear
programme looks for people and workers of each group and for sums over the workers (days, pounds, people sustained) inside all
the ranges, the same totals in every breakdown, as far from the edges as can be: "room" is the smallest distance from an
edge in halves of the range, and above 0 the figures are consistent. It prints the totals and then each group's numbers.
"""
import json
import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

REPORT = json.load(open("../ohid-2025.json"))
N, W, MOST_ROOM = 6080, 3107, 0.5
OUTCOMES = ["daysEmployed", "longestJobDays", "incomeTax", "nationalInsurance", "sustained13WeeksPct"]
BREAKDOWNS = ["substance", "sex", "age", "treatmentStatus", "engagement", "timeInTreatment"]
RATES = REPORT["successfulEmploymentPct"]
COHORT = REPORT["cohort"]
SHARES = {("substance", group): share for group, share in COHORT["substancePct"].items()} | {
    ("sex", "Men"): COHORT["menPct"],
    ("treatmentStatus", "Successfully completed treatment"): COHORT["completedTreatmentPct"],
    ("timeInTreatment", "More than 12 months"): COHORT["moreThan12MonthsInTreatmentPct"],
    ("engagement", "Less than 2 months"): COHORT["engagedLessThan2MonthsPct"],
}
# Shares that are not printed: the demonstration's own choice, as lowest and highest.
CHOSEN = {("timeInTreatment", "Up to 3 months"): (0.136, 0.152), ("timeInTreatment", "Up to 6 months"): (0.146, 0.162),
          ("timeInTreatment", "Up to 12 months"): (0.256, 0.272), ("age", "24 years and under"): (0.086, 0.102)}


def printed(outcome):
    return REPORT["contributionsGbp"].get(outcome) or REPORT[outcome]


def scale(outcome):
    return 100 if outcome.endswith("Pct") else 1


def solve(breakdowns, totals, workers):
    """workers: about how many worked in each group, to weigh distances from the edges; found by solving again."""
    names, rows, rooms = {}, [], []

    def variable(*key):
        return names.setdefault(key, len(names))

    least = variable("room")

    def inside(numerator, denominator, low, high, size, key):
        own = variable("room", *key)
        rooms.append(own)
        half = (high - low) / 2 * size
        for room in (least, own):
            below = dict(numerator) | {room: -half}
            above = dict(numerator) | {room: half}
            for term, by in denominator.items():
                below[term], above[term] = -low * by, -high * by
            fixed = not denominator
            rows.append((below, low * size if fixed else 0, np.inf))
            rows.append((above, -np.inf, high * size if fixed else 0))

    for outcome in OUTCOMES:
        total, value, by = variable("total", outcome), printed(outcome)["all"], scale(outcome)
        if totals:
            rows.append(({total: 1}, totals[outcome], totals[outcome]))
        else:
            inside({total: 1}, {}, (value - 0.5) / by, (value + 0.5) / by, W, ("total", outcome))
    for b in breakdowns:
        rows.append(({variable("people", b, g): 1 for g in RATES[b]}, N, N))
        rows.append(({variable("worked", b, g): 1 for g in RATES[b]}, W, W))
        for outcome in OUTCOMES:
            if b in printed(outcome):
                rows.append(({variable("sum", b, g, outcome): 1 for g in RATES[b]} | {variable("total", outcome): -1}, 0, 0))
        for g, rate in RATES[b].items():
            people, worked, size = variable("people", b, g), variable("worked", b, g), workers.get((b, g), 400)
            inside({worked: 1}, {people: 1}, (rate - 0.5) / 100, (rate + 0.5) / 100, 2 * size, ("rate", b, g))
            if (b, g) in SHARES:
                share = SHARES[(b, g)]
                inside({people: 1}, {}, (share - 0.5) / 100, (share + 0.5) / 100, N, ("share", b, g))
            if (b, g) in CHOSEN:
                rows.append(({people: 1}, CHOSEN[(b, g)][0] * N, CHOSEN[(b, g)][1] * N))
            for outcome in OUTCOMES:
                if b in printed(outcome):
                    mean, by = printed(outcome)[b][g], scale(outcome)
                    inside({variable("sum", b, g, outcome): 1}, {worked: 1}, (mean - 0.5) / by, (mean + 0.5) / by, size, ("mean", b, g, outcome))
            if b == "substance":
                together = REPORT["contributionsGbp"]["totalBySubstance"][g]
                paid = {variable("sum", b, g, outcome): 1 for outcome in ("incomeTax", "nationalInsurance")}
                inside(paid, {worked: 1}, together - 0.5, together + 0.5, size, ("together", b, g))
    matrix = np.zeros((len(rows), len(names)))
    for place, (terms, _, _) in enumerate(rows):
        for term, by in terms.items():
            matrix[place, term] += by
    aim = np.zeros(len(names))
    aim[least] = -10
    highest = np.full(len(names), np.inf)
    for room in rooms:
        aim[room] -= 1 / len(rooms)
        highest[room] = MOST_ROOM
    highest[least] = MOST_ROOM
    whole = [int(bool(totals) and (key[0] in ("people", "worked") or str(key[-1]).endswith("Pct") and key[0] == "sum")) for key in names]
    limits = LinearConstraint(matrix, [low for _, low, _ in rows], [high for _, _, high in rows])
    result = milp(aim, constraints=limits, bounds=Bounds(0, highest), integrality=whole, options={"time_limit": 40, "mip_rel_gap": 1e-3})
    if result.x is None:
        raise SystemExit(f"The figures of {', '.join(breakdowns)} cannot all hold at once: {result.message}")
    return {key: result.x[place] for key, place in names.items()}


found, workers = {}, {}
for _ in range(3):
    found = solve(BREAKDOWNS, None, workers)
    workers = {(b, g): found["worked", b, g] for b in BREAKDOWNS for g in RATES[b]}
totals = {outcome: round(found["total", outcome]) for outcome in OUTCOMES}
print(f"room {found['room',]:.3f}, totals {totals}")
for b in BREAKDOWNS:
    own = solve([b], totals, workers)
    print(f"{b}: room {own['room',]:.3f}")
    for g in RATES[b]:
        sums = {outcome: round(own["sum", b, g, outcome]) for outcome in OUTCOMES if b in printed(outcome)}
        print(f"  {g}: people {own['people', b, g]:.0f}, worked {own['worked', b, g]:.0f}, {sums}")
