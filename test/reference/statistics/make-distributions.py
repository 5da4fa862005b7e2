"""Both tails and the quantiles of the distributions, to 20 digits, in multiple precision arithmetic. R's own tails
are good to about 1e-13, too coarse to hold a bound of 1e-12 against.

    apt-get install -y python3-mpmath
    python3 make-distributions.py        (run inside this folder; same output every time; some minutes)

Tails come from mpmath's incomplete gamma and beta functions. Where to look is found from the tails: the places at
which each tail has a given probability, rounded to six digits so that they are plain numbers.
"""

import json
from itertools import product

from mpmath import betainc, erfc, exp, gammainc, inf, mp, mpf, nstr, sqrt

mp.dps = 40
PROBABILITIES = [1e-200, 1e-40, 1e-14, 1e-6, 0.01, 0.3]
SMALLEST = 1e-290


def gamma_tails(x, a):
    return (gammainc(a, 0, x, regularized=True), gammainc(a, x, inf, regularized=True))


def beta_tails(x, a, b, y=None):
    y = 1 - x if y is None else y
    lower = betainc(a, b, 0, x, regularized=True)
    # So close to 0, 1 - x is 1 even to forty digits.
    return (lower, betainc(b, a, 0, y, regularized=True) if x > 1e-9 else 1 - lower)


def t_tails(t, df):
    half = betainc(df / 2, mpf(1) / 2, 0, df / (df + t * t), regularized=True) / 2
    return (half, 1 - half) if t < 0 else (1 - half, half)


def f_tails(f, d1, d2):
    total = d2 + d1 * f
    return beta_tails(d1 * f / total, d1 / 2, d2 / 2, d2 / total)


def normal_tails(x):
    return (erfc(-x / sqrt(2)) / 2, erfc(x / sqrt(2)) / 2)


def poisson_tails(k, mean):
    lower, upper = gamma_tails(mean, k + 1)
    return (upper, lower)


def binomial_tails(k, n, p):
    lower, upper = beta_tails(p, k + 1, n - k)
    return (upper, lower)


def solve(tails, p, is_lower, shapes, to_x, accuracy):
    """The place at which a tail has probability p, as x = to_x(u), by halving; None beyond 1e290."""
    side = 0 if is_lower else 1
    shapes = [mpf(s) for s in shapes]

    def is_beyond(u):
        tail = tails(to_x(u), *shapes)[side]
        return (tail > p) == is_lower

    low, high = mpf(-690), mpf(690)
    if is_beyond(low) or not is_beyond(high):
        return None
    while high - low > accuracy:
        middle = (low + high) / 2
        low, high = (low, middle) if is_beyond(middle) else (middle, high)
    return to_x((low + high) / 2)


def share(u):
    return 1 / (1 + exp(-u))


def digits(value):
    return nstr(value, 20)


def tail_table(tails, names, rows):
    """Columns of arguments with both tails, given as rows of plain numbers."""
    table = {name: [row[i] for row in rows] for i, name in enumerate(names)}
    found = [tails(*(mpf(v) for v in row)) for row in rows]
    table["lower"] = [digits(lower) for lower, _ in found]
    table["upper"] = [digits(upper) for _, upper in found]
    return table


def places(tails, shapes, to_x):
    rows = []
    for shape, is_lower, p in product(shapes, (True, False), PROBABILITIES):
        x = solve(tails, p, is_lower, shape, to_x, 1e-9)
        plain = None if x is None else float("%.6g" % x)
        if plain is not None and SMALLEST < plain < 1 / SMALLEST and (to_x is exp or plain < 1):
            rows.append((plain, *shape))
    return list(dict.fromkeys(rows))


def quantile_table(tails, names, shapes, to_x):
    rows = []
    for shape, is_lower, p in product(shapes, (True, False), [1e-50, 1e-12, 0.001, 0.025, 0.4]):
        x = solve(tails, p, is_lower, shape, to_x, 1e-25)
        if x is not None and x > SMALLEST:
            rows.append((p, *shape, is_lower, digits(x)))
    return {name: [row[i] for row in rows] for i, name in enumerate(["p", *names, "low", "value"])}


one = [(a,) for a in (0.01, 0.1, 0.5, 1, 2.5, 10, 100, 10000)]
two = list(product((0.01, 0.1, 0.5, 1, 3, 40, 700), repeat=2))
freedom = [(df,) for df in (0.1, 0.5, 1, 2, 3.5, 10, 60, 1000, 10000)]
freedoms = list(product((0.5, 1, 2, 5, 24, 1000), (0.5, 1, 3, 12, 55, 1000)))
z = [-37, -20, -12, -8, -5, -3, -2, -1.5, -1, -0.3, -1e-5, 0, 1e-5, 0.3, 1, 1.5, 2, 3, 5, 8, 12, 20, 37]
t_places = places(t_tails, freedom, exp)
tables = {
    "normal": tail_table(normal_tails, ["x"], [(x,) for x in z]),
    "gamma": tail_table(gamma_tails, ["x", "a"], places(gamma_tails, one, exp)),
    "beta": tail_table(beta_tails, ["x", "a", "b"], places(beta_tails, two, share)),
    "studentT": tail_table(t_tails, ["x", "df"], t_places + [(-t, df) for t, df in t_places]),
    "f": tail_table(f_tails, ["x", "d1", "d2"], places(f_tails, freedoms, exp)),
    "poisson": tail_table(poisson_tails, ["k", "mean"], list(product((0, 1, 5, 30, 200, 1000), (0.001, 0.5, 4, 30, 250, 1000)))),
    "binomial": tail_table(binomial_tails, ["k", "n", "p"], [(k, n, p) for k, n, p in product((0, 1, 5, 30, 200, 999), (1, 8, 60, 1000), (1e-6, 0.03, 0.4, 0.5, 0.97)) if k < n]),
    "gammaQuantile": quantile_table(gamma_tails, ["a"], one[1:], exp),
    "betaQuantile": quantile_table(beta_tails, ["a", "b"], list(product((0.5, 1, 3, 40, 300), repeat=2)), share),
    "fQuantile": quantile_table(f_tails, ["d1", "d2"], list(product((1, 2, 5, 24, 1000), (1, 3, 12, 55, 1000))), exp),
}


def column(values):
    # Numbers with 20 digits are written as they are: JSON takes them, and reading rounds them once.
    return ", ".join(value if isinstance(value, str) else json.dumps(value) for value in values)


def table_text(table):
    return "{\n" + ",\n".join(f'    "{name}": [{column(values)}]' for name, values in table.items()) + "\n  }"


with open("distributions.expected.json", "w", encoding="utf-8") as file:
    file.write('{\n  "note": "written by make-distributions.py; lower and upper are the tails at x, low tells which tail p is",\n')
    file.write(",\n".join(f'  "{name}": {table_text(table)}' for name, table in tables.items()) + "\n}\n")
print("written", {name: len(table["lower"] if "lower" in table else table["value"]) for name, table in tables.items()})
