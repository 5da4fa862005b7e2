# Further expected values for the functions that relate service quality to job entry: values that
# teams.expected.json and intervals.expected.json do not hold. All data are synthetic.
#
#   apt-get install -y r-base-core r-cran-jsonlite
#   Rscript make-relations-extra.R        (run inside this folder; same output every time)
#
# Expected values come from R's own functions; where R has none, from the definition worked out here in
# another way than the product's (enumeration, numerical derivatives).
library(jsonlite)
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
save_json <- function(x, f) write_json(x, f, auto_unbox = TRUE, digits = NA, pretty = TRUE, null = "null", na = "null")
named <- function(v) as.list(v)
# glm takes errors and dispersion from the weights before its last step; twenty steps leave no step to speak of
tight <- glm.control(epsilon = 1e-18, maxit = 20); options(warn = -1) # an epsilon that cannot be met is "not converged"

## 1. Studentised residuals, leverages and residuals of the 63 teams -----------------------------------
tm <- read.csv("teams.csv"); lev <- c("low", "medium", "high")
tm$integration <- factor(tm$integration, lev); tm$level <- as.integer(tm$integration)
residuals_of <- function(f) {
  J <- nobs(f); r <- rstudent(f); k <- length(coef(f)); top <- which.max(abs(r)); p <- 2 * pt(-abs(r), J - k - 1)
  list(rstudent = unname(r), leverages = unname(hatvalues(f)), devianceResiduals = unname(residuals(f, "deviance")),
    pearsonResiduals = unname(residuals(f, "pearson")), p = unname(p), furthest = unname(top), adjustedP = unname(min(1, p[top] * J)))
}
trend <- glm(cbind(job_entries, clients - job_entries) ~ level, quasibinomial, tm, control = tight)
full <- glm(cbind(job_entries, clients - job_entries) ~ fidelity + integration + contacts_per_week + meetings_per_client,
  quasibinomial, tm, control = tight)
big <- which.max(tm$clients); odd <- tm; odd$job_entries[big] <- round(odd$clients[big] * .93)
departing <- glm(cbind(job_entries, clients - job_entries) ~ level, quasibinomial, odd, control = tight)

# one of eight teams so far off that rstudent has no value: its residual against a fit without it
far <- data.frame(x = c(30, 28, 32, 39, 43, 50, 95, 51), n = c(100, 90, 110, 95, 105, 98, 102, 100), level = c(1, 1, 1, 2, 2, 3, 3, 3))
far_fit <- glm(cbind(x, n - x) ~ level, quasibinomial, far, control = tight); far_out <- update(far_fit, data = far[-7, ])
far_r <- suppressWarnings(rstudent(far_fit)); stopifnot(is.nan(far_r[7])); far_h <- hatvalues(far_fit)[7]
far_r[7] <- sqrt(residuals(far_fit, "deviance")[7]^2 + far_h * residuals(far_fit, "pearson")[7]^2 / (1 - far_h)) / sqrt(deviance(far_out) / 5)

## 2. Wald t intervals, covariance -----------------------------------------------------------------------
s <- coef(summary(full)); tq <- qt(.95, full$df.residual)
wald90 <- list(lower = named(s[, 1] - tq * s[, 2]), upper = named(s[, 1] + tq * s[, 2]))
covariance <- unname(summary(full)$cov.unscaled)

## 3. Beta-binomial: errors from the observed information, by differences of the exact likelihood ------
# the maximum is found again here, by Newton on the same differences, and must agree with teams.expected.json
bb_ll <- function(th, X, x, n) { m <- plogis(X %*% th[-1]); r <- plogis(th[1]); a <- m * (1 - r) / r; b <- (1 - m) * (1 - r) / r
  sum(lchoose(n, x) + lbeta(x + a, n - x + b) - lbeta(a, b)) }
bb_fit <- function(X, x, n, start) {
  # columns centred for the search; the Hessian is taken in the units given
  sc <- c(1, apply(abs(X), 2, max)); f <- function(u) bb_ll(u / sc, X, x, n); k <- length(start)
  gr <- function(u) sapply(1:k, function(i) { h <- 1e-3; e <- replace(numeric(k), i, h)
    (672 * (f(u + e) - f(u - e)) - 168 * (f(u + 2 * e) - f(u - 2 * e)) + 32 * (f(u + 3 * e) - f(u - 3 * e)) - 3 * (f(u + 4 * e) - f(u - 4 * e))) / (840 * h) })
  he <- function(u) { H <- sapply(1:k, function(i) { h <- 4e-3; e <- replace(numeric(k), i, h)
    (672 * (gr(u + e) - gr(u - e)) - 168 * (gr(u + 2 * e) - gr(u - 2 * e)) + 32 * (gr(u + 3 * e) - gr(u - 3 * e)) - 3 * (gr(u + 4 * e) - gr(u - 4 * e))) / (840 * h) }); (H + t(H)) / 2 }
  u <- start * sc
  for (it in 1:8) u <- u - solve(he(u), gr(u))
  th <- u / sc; V <- solve(-he(u)) / outer(sc, sc); se <- sqrt(diag(V)); names(th) <- names(se) <- c("logOddsRho", colnames(X))
  list(coefficients = named(th[-1]), rho = unname(plogis(th[1])), logLik = bb_ll(th, X, x, n), standardErrors = named(se[-1]), logOddsRhoStandardError = unname(se[1]))
}
bb_full <- bb_fit(model.matrix(full), tm$job_entries, tm$clients, c(qlogis(.017), coef(full)))
one <- matrix(1, nrow(tm), 1, dimnames = list(NULL, "(Intercept)"))
bb_one <- bb_fit(one, tm$job_entries, tm$clients, c(qlogis(.03), qlogis(sum(tm$job_entries) / sum(tm$clients))))

## 4. Raw calendar years and their squares ----------------------------------------------------------------
# fitted on years from 2019.5, where R is exact, then written for raw years by multiplying out
set.seed(20); yr <- rep(2013:2024, each = 3); cl <- sample(30:120, length(yr), TRUE)
st <- rbinom(length(yr), cl, plogis(-.4 + .06 * (yr - 2018.5) - .012 * (yr - 2018.5)^2)); d0 <- 2018.5; w <- yr - d0
yq <- glm(cbind(st, cl - st) ~ w + I(w^2), quasibinomial, control = tight); b <- unname(coef(yq)); V <- vcov(yq)
A <- rbind(c(1, -d0, d0^2), c(0, 1, -2 * d0), c(0, 0, 1))
years <- list(year = yr, successes = st, trials = cl, coefficients = list(`(Intercept)` = sum(A[1, ] * b), year = sum(A[2, ] * b), yearSquared = b[3]),
  standardErrors = list(`(Intercept)` = sqrt(drop(A[1, ] %*% V %*% A[1, ])), year = sqrt(drop(A[2, ] %*% V %*% A[2, ])), yearSquared = sqrt(V[3, 3])),
  dispersion = summary(yq)$dispersion, deviance = yq$deviance, fitted = unname(fitted(yq)))

## 5. Rows that differ by less than chance, a repeated column, an offset, rows of 0 and of all -------------
even <- data.frame(x = c(10, 13, 15, 19, 20, 0, 12), n = c(40, 48, 51, 60, 58, 5, 12), s = c(1, 2, 3, 4, 5, 0, 9), o = c(0, .1, -.1, .2, 0, .3, .5))
even$twice <- 2 * even$s + 1
under <- even[1:5, ]
describe <- function(f) { s <- summary(f)$coefficients; list(coefficients = named(setNames(s[, 1], rownames(s))), standardErrors = named(setNames(s[, 2], rownames(s))), t = named(setNames(s[, 3], rownames(s))), p = named(setNames(s[, 4], rownames(s))),
  dispersion = summary(f)$dispersion, deviance = f$deviance, dfResidual = f$df.residual, fitted = unname(fitted(f))) }
f_under <- glm(cbind(x, n - x) ~ s, quasibinomial, under, control = tight)
# glm's tolerance for a repeated column shrinks with epsilon, so the default finds it and the tight fit goes without
f_alias <- glm(cbind(x, n - x) ~ s + twice, quasibinomial, even)
f_edge <- glm(cbind(x, n - x) ~ s, quasibinomial, even, control = tight)
f_offset <- glm(cbind(x, n - x) ~ s + offset(o), quasibinomial, even, control = tight)
f_none <- glm(cbind(x, n - x) ~ s - 1, quasibinomial, even, control = tight)

## 6. Rank and trend tests with ties ----------------------------------------------------------------------
g <- list(c(2, 3, 3), c(3, 5, 4), c(4, 6))
jt <- function(v, n) { i <- rep(seq_along(n), n); sum(outer(seq_along(v), seq_along(v), function(a, b) (i[a] < i[b]) * ((v[a] < v[b]) + .5 * (v[a] == v[b])))) }
perms <- function(v) if (length(v) <= 1) list(v) else do.call(c, lapply(seq_along(v), function(i) lapply(perms(v[-i]), function(p) c(v[i], p))))
v <- unlist(g); all_j <- vapply(perms(seq_along(v)), function(p) jt(v[p], lengths(g)), 0)
kw <- kruskal.test(g); ca <- prop.trend.test(c(20, 40, 66), c(80, 110, 120), c(1, 2, 3)); ca2 <- prop.trend.test(c(20, 40, 66), c(80, 110, 120), c(0, 1, 4))
ties <- c(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5)
ct90 <- cor.test(tm$fidelity, tm$job_entries / tm$clients, conf.level = .9)

## 7. Distribution functions on wider grids ---------------------------------------------------------------
grid <- function(...) expand.grid(..., KEEP.OUT.ATTRS = FALSE)
columns <- function(d, value) c(as.list(d), list(value = value))
gn <- grid(x = c(-38, -20, -8.5, -3, -1.6, -1.5, -1.4, -.7, -.01, .01, .7, 1.4, 1.5, 1.6, 3, 8.5, 20, 37))
gp <- grid(p = c(1e-300, 1e-100, 1e-16, 1e-5, .01, .1, .3, .49, .51, .7, .9, .999, 1 - 1e-9))
gt <- grid(t = c(-3, -.5, 0, .001, .3, 1, 2, 5, 20, 200), df = c(1, 2, 3.5, 10, 61, 1000, 1e6))
gtq <- grid(p = c(1e-12, 1e-4, .025, .2, .26, .4, .499, .6, .9, .975, .9999), df = c(1, 2, 3.5, 10, 61, 1000, 1e6))
gc <- grid(x = c(1e-6, .1, 1, 3, 10, 50, 99, 101, 150, 400), df = c(.5, 1, 2, 7, 25, 100))
gcq <- grid(p = c(1e-10, .001, .025, .3, .5, .8, .975, .999, 1 - 1e-9), df = c(.5, 1, 2, 7, 25, 100, 5000))
gf <- grid(f = c(.01, .5, 1, 2, 4, 15, 100), d1 = c(1, 2, 5, 24), d2 = c(1, 3, 12, 55, 500))
gb <- grid(p = c(1e-6, .001, .025, .5, .8, .975, .999), a = c(.5, 1, 3, 40, 700), b = c(.5, 1, 8, 90, 900))
gg <- c(1e-3, .1, .5, .9, 1.1, 1.5, 3.3, 7, 10, 12.5, 50, 171, 1e4, 1e8)
distributions <- list(normalUpper = columns(gn, pnorm(gn$x, lower.tail = FALSE)), normalQuantile = columns(gp, qnorm(gp$p)),
  studentTUpper = columns(gt, pt(gt$t, gt$df, lower.tail = FALSE)), studentTQuantile = columns(gtq, qt(gtq$p, gtq$df)),
  chiSquaredUpper = columns(gc, pchisq(gc$x, gc$df, lower.tail = FALSE)), chiSquaredQuantile = columns(gcq, qchisq(gcq$p, gcq$df)),
  fUpper = columns(gf, pf(gf$f, gf$d1, gf$d2, lower.tail = FALSE)), betaQuantile = columns(gb, qbeta(gb$p, gb$a, gb$b)),
  logGamma = list(x = gg, value = lgamma(gg)), logChoose = list(n = c(5, 240, 1000), k = c(2, 100, 3), value = lchoose(c(5, 240, 1000), c(2, 100, 3))))

## 8. The client models, iterated to the end -----------------------------------------------------------
# at the epsilon of 1e-12 behind clients.expected.json the errors are good to 3e-8 (with meetings) and 5e-7
# (without), so they are computed again here
cl <- read.csv("clients.csv", na.strings = ""); refs <- fromJSON("clients.expected.json")$references
for (q in names(refs)) cl[[q]] <- relevel(factor(cl[[q]]), refs[[q]])
cl <- cl[complete.cases(cl[, c(names(refs), "age")]), ]
to_the_end <- function(vars) { f <- suppressWarnings(glm(reformulate(vars, "job_start"), binomial, cl, control = tight))
  list(coefficients = named(coef(f)), standardErrors = named(coef(summary(f))[, 2]), deviance = f$deviance) }

save_json(list(note = "written by make-relations-extra.R; positions count from 1",
  residuals = list(trend = residuals_of(trend), full = residuals_of(full), departing = c(list(row = big, jobEntries = odd$job_entries[big]), residuals_of(departing)), far = c(as.list(far), list(rstudent = unname(far_r)))),
  wald90 = wald90, covariance = covariance, betaBinomial = list(full = bb_full, interceptOnly = bb_one), years = years,
  edge = list(data = as.list(even), under = describe(f_under), withZeroRow = c(describe(f_edge), list(aliased = names(which(is.na(coef(f_alias)))))),
    offset = describe(f_offset), noIntercept = describe(f_none)),
  ranks = list(jonckheere = list(groups = g, statistic = jt(v, lengths(g)), expected = mean(all_j), varianceOverAllArrangements = mean((all_j - mean(all_j))^2)),
    kruskal = list(groups = g, chisq = unname(kw$statistic), p = kw$p.value),
    cochranArmitage = list(successes = c(20, 40, 66), trials = c(80, 110, 120), scores123 = list(chisq = unname(ca$statistic), p = ca$p.value), scores014 = list(chisq = unname(ca2$statistic), p = ca2$p.value)),
    midranks = list(values = ties, ranks = rank(ties)), quantile = list(values = ties, p = c(0, .1, .25, .5, .77, .9, 1), value = unname(quantile(ties, c(0, .1, .25, .5, .77, .9, 1), type = 7)))),
  pearson90 = list(r = unname(ct90$estimate), lower = ct90$conf.int[1], upper = ct90$conf.int[2], p = ct90$p.value),
  clients = list(withMeetings = to_the_end(c(names(refs), "age")), withoutMeetings = to_the_end(c(setdiff(names(refs), "meeting_band"), "age"))),
  distributions = distributions), "relations-extra.expected.json")
cat("written\n")
