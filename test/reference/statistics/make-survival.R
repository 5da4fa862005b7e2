# Expected values for time-to-event functions that time-to-job.expected.json does not hold.
#
#   apt-get install -y r-base-core r-cran-jsonlite r-cran-survival
#   Rscript make-survival.R        (run inside this folder; same output every time)
#
# Expected values come from R's survival package. All data are synthetic.
suppressMessages({ library(jsonlite); library(survival) })
options(warn = -1)
RNGkind("Mersenne-Twister", "Inversion", "Rejection"); set.seed(90)
save_json <- function(x, f) write_json(x, f, auto_unbox = TRUE, digits = NA, pretty = TRUE, null = "null", na = "null")
tight <- coxph.control(eps = 1e-14, iter.max = 100)

## Curves: ties, a stretch at exactly a half, an end with everybody, an end with nobody --------------------
curve <- function(t, e, level = .95) { f <- survfit(Surv(t, e) ~ 1, conf.int = level); m <- summary(f)$table; ends <- is.finite(f$lower)
  list(times = t, events = as.logical(e), time = f$time, atRisk = f$n.risk, survival = f$surv, standardError = ifelse(f$surv == 0, 0, f$std.err * f$surv),
    lower = ifelse(ends, f$lower, NA), upper = ifelse(ends, f$upper, NA), median = unname(m["median"]), medianLower = unname(m[length(m) - 1]), medianUpper = unname(m[length(m)])) }
curves <- list(ties = curve(c(3, 3, 5, 5, 5, 8, 9, 9, 12, 14, 14, 20), c(1, 0, 1, 1, 0, 1, 1, 1, 0, 1, 1, 0)),
  half = curve(c(2, 4, 6, 8), c(1, 1, 1, 1)), none = curve(c(2, 4, 4, 8), c(0, 0, 0, 0)), zero = curve(c(0, 0, 1, 5, 7), c(1, 0, 1, 0, 1)),
  narrow = curve(c(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), c(1, 1, 0, 1, 0, 1, 1, 0, 1, 0), .8))

## Two hundred people in few distinct times, so that ties are heavy ---------------------------------------
n <- 200; age <- round(rnorm(n, 41, 11)); meetings <- rpois(n, 6); year <- sample(2019:2024, n, TRUE); g <- sample(c("a", "b", "c", "d"), n, TRUE)
t <- pmax(1, ceiling(rexp(n, .08 * exp(.05 * (meetings - 6) - .02 * (age - 41) + .4 * (g == "b"))))); e <- as.integer(t <= 18 & runif(n) > .15); t <- pmin(t, 18)
curves$whole <- curve(t, e)
cox <- function(f) { s <- coef(summary(f)); ci <- confint(f); list(coefficients = as.list(setNames(s[, 1], rownames(s))), standardErrors = as.list(setNames(s[, 3], rownames(s))), z = as.list(setNames(s[, 4], rownames(s))), p = as.list(setNames(s[, 5], rownames(s))),
  lower = as.list(setNames(ci[, 1], rownames(s))), upper = as.list(setNames(ci[, 2], rownames(s))), logLikelihood = f$loglik[2], nullLogLikelihood = f$loglik[1], likelihoodRatio = 2 * diff(f$loglik), p3 = unname(summary(f)$logtest["pvalue"])) }
fit <- coxph(Surv(t, e) ~ age + meetings + (g == "b") + (g == "c") + (g == "d"), ties = "efron", control = tight); names(fit$coefficients) <- c("age", "meetings", "gb", "gc", "gd")
# raw calendar years and their squares: fitted on years from 2021, then written for raw years
w <- year - 2021; yf <- coxph(Surv(t, e) ~ w + I(w^2), control = tight); b <- unname(coef(yf)); V <- vcov(yf)
years <- list(year = b[1] - 2 * 2021 * b[2], yearSquared = b[2], yearError = sqrt(V[1, 1] - 4 * 2021 * V[1, 2] + (2 * 2021)^2 * V[2, 2]), yearSquaredError = sqrt(V[2, 2]))
lr <- survdiff(Surv(t, e) ~ g); two <- survdiff(Surv(t, e) ~ I(g == "b"))
save_json(list(note = "written by make-survival.R", curves = curves, people = list(times = t, events = as.logical(e), age = age, meetings = meetings, year = year, group = g),
  cox = cox(fit), years = years, logRank = list(four = list(chiSquared = lr$chisq, p = pchisq(lr$chisq, 3, lower.tail = FALSE), observed = as.vector(lr$obs), expected = as.vector(lr$exp)), two = list(chiSquared = two$chisq, p = pchisq(two$chisq, 1, lower.tail = FALSE)))), "survival.expected.json")
cat("written\n")
