# Expected limits and signals of control charts that weekly-contacts.expected.json does not hold.
#
#   apt-get install -y r-base-core r-cran-jsonlite
#   Rscript make-control-charts.R        (run inside this folder; same output every time)
#
# Limits from the definitions, signals by looking through every window of every series. All data are synthetic.
library(jsonlite)
RNGkind("Mersenne-Twister", "Inversion", "Rejection"); set.seed(31)
save_json <- function(x, f) write_json(x, f, auto_unbox = TRUE, digits = NA, pretty = TRUE, null = "null", na = "null")

## Proportions: 20 months, baseline of the first 12 ------------------------------------------------------
n <- sample(30:400, 20, TRUE); n[3] <- 4; x <- rbinom(20, n, plogis(qlogis(.35) + rnorm(20, 0, .3))); x[3] <- 0
p <- sum(x[1:12]) / sum(n[1:12]); s <- sqrt(p * (1 - p) / n); z <- ((x / n - p) / s)[1:12]; mr <- abs(diff(z))
kept <- mr[mr < 3.267 * mean(mr)]
held <- function(f) list(mean = p, lower = pmax(0, p - f * s), upper = pmin(1, p + f * s))
proportions <- list(successes = x, n = n, p = held(3), prime = held(2.66 * mean(mr)), primeScreened = held(2.66 * mean(kept)))

## A baseline with one leap, so that screening matters ---------------------------------------------------
v <- c(20, 22, 19, 21, 20, 58, 21, 20, 22, 19, 21, 20, 23, 24, 22, 25); m <- abs(diff(v[1:12])); k <- m[m < 3.267 * mean(m)]
leap <- list(values = v, mean = mean(v[1:12]), unscreened = mean(v[1:12]) + c(-1, 1) * 2.66 * mean(m), screened = mean(v[1:12]) + c(-1, 1) * 2.66 * mean(k))

## Signals: small whole numbers, so that ties and points on a line are common ----------------------------
# the baseline alternates, so that its mean and mean moving range are whole: mean 10, range 3, limits 2.02 and 17.98
windows <- function(n, w) if (n < w) list() else lapply(1:(n - w + 1), function(i) i:(i + w - 1))
flagged <- function(sets) as.integer(sort(unique(unlist(sets))))
signals <- function(v, w) { mu <- 10; lim <- 2.66 * 3; up2 <- mu + 2 / 3 * lim; low2 <- mu - 2 / 3 * lim
  side <- Filter(function(i) all(v[i] > mu) || all(v[i] < mu), windows(length(v), w))
  # every stretch that never turns, the longest only: a point that only repeats the one before is not marked
  trend <- list(); for (i in seq_along(v)) for (j in seq_along(v)) if (j > i) { d <- diff(v[i:j])
    if (d[1] != 0 && d[length(d)] != 0 && (all(d >= 0) || all(d <= 0)) && sum(d != 0) + 1 >= w) trend[[length(trend) + 1]] <- c(i, (i:j)[-1][d != 0]) }
  inner <- vapply(trend, function(a) any(vapply(trend, function(b) min(b) <= min(a) && max(b) >= max(a) && max(b) - min(b) > max(a) - min(a), NA)), NA)
  if (length(trend)) trend <- trend[!inner]
  two <- lapply(windows(length(v), 3), function(i) { hi <- i[v[i] > up2]; lo <- i[v[i] < low2]; c(if (length(hi) >= 2) hi, if (length(lo) >= 2) lo) })
  list(`beyond-limits` = I(which(v > mu + lim | v < mu - lim)), `one-side` = I(flagged(side)), trend = I(flagged(trend)), `two-of-three` = I(flagged(two))) }
base <- rep(c(8.5, 11.5), 6)
tails <- lapply(1:40, function(i) { k <- sample(14:24, 1); r <- switch(1 + i %% 4, sample(0:20, k, TRUE), cumsum(sample(c(0, 0, 1, 1, 1, -1), k, TRUE)) + 8, sample(9:14, k, TRUE), 20 - cumsum(sample(c(0, 1, 1, 1, 1), k, TRUE))); r })
series <- lapply(tails, function(t) { v <- c(base, t); list(values = v, seven = signals(v, 7), six = signals(v, 6)) })
save_json(list(note = "written by make-control-charts.R; points count from 1", proportions = proportions, leap = leap, series = series), "control-charts.expected.json")
cat("written", sum(sapply(series, function(s) length(s$seven$trend))), sum(sapply(series, function(s) length(s$seven$`one-side`))), "\n")
