# Expected values for teamEffect: a team's conditional mode when its counts are rounded.
#
#   apt-get install -y r-base-core r-cran-jsonlite
#   Rscript make-team-effects.R        (run inside this folder; same output every time)
#
# The mode is the root of s^2 (x - n mean(p)) - b, found by uniroot to the last digits; the error is from the second
# derivative of the same log density, by its formula. Log odds are written out in the file; all are synthetic.
library(jsonlite)
RNGkind("Mersenne-Twister", "Inversion", "Rejection"); set.seed(31)
cases <- list(c(size = 12, n = 10, events = 0, spread = .4), c(size = 43, n = 45, events = 15, spread = .25), c(size = 88, n = 90, events = 60, spread = .6),
  c(size = 30, n = 30, events = 30, spread = 1.3), c(size = 5, n = 200, events = 40, spread = .05))
describe <- function(k) {
  eta <- round(rnorm(k["size"], -.6, .9), 4); n <- k[["n"]]; x <- k[["events"]]; s <- k[["spread"]]
  slope <- function(b) s^2 * (x - n * mean(plogis(eta + b))) - b
  b <- uniroot(slope, c(-30, 30), tol = 1e-15, maxiter = 5000)$root
  list(fixedLogOdds = eta, n = n, events = x, spread = s, effect = b, standardError = 1 / sqrt(1 / s^2 + n * mean(dlogis(eta + b))))
}
write_json(lapply(cases, describe), "team-effects.expected.json", auto_unbox = TRUE, digits = NA, pretty = TRUE)
