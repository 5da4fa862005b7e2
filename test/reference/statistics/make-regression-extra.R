# Further expected values for the regressions of clients: what clients.expected.json, separation.expected.json and
# mixed.expected.json do not hold. All data are synthetic.
#
#   apt-get install -y r-base-core r-cran-jsonlite
#   Rscript make-regression-extra.R        (run inside this folder; same output every time; about two minutes)
#
# Expected values come from R's own glm, uniroot, optim and integrate, and from definitions worked out here in
# another way than the product's (differences instead of derivatives, integration instead of quadrature).
library(jsonlite)
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
save_json <- function(x, f) write_json(x, f, auto_unbox = TRUE, digits = NA, pretty = TRUE, null = "null", na = "null")
named <- function(v) as.list(v)
tight <- glm.control(epsilon = 1e-18, maxit = 20); options(warn = -1)
cl <- read.csv("clients.csv", na.strings = "", colClasses = c(start_year = "character")); refs <- fromJSON("clients.expected.json")$references
for (q in names(refs)) cl[[q]] <- relevel(factor(cl[[q]]), refs[[q]])
all_vars <- c(names(refs), "age"); everyone <- cl; cl <- cl[complete.cases(cl[, all_vars]), ]
fit_of <- function(vars, data = cl, ...) glm(reformulate(vars, "job_start"), binomial, data, control = tight, ...)
full <- fit_of(all_vars); without <- fit_of(setdiff(all_vars, "meeting_band"))

## 1. Average marginal effects with errors: the delta method on differences --------------------------------
ame_of <- function(f, b, v, from, to) { X <- model.matrix(f); put <- function(level) { for (l in setdiff(levels(f$data[[v]]), refs[[v]])) X[, paste0(v, l)] <- as.numeric(l == level); X }
  sum(plogis(put(to) %*% b) - plogis(put(from) %*% b)) / nrow(X) }
slope_of <- function(f, b, v) { X <- model.matrix(f); p <- plogis(X %*% b); b[[v]] * mean(p * (1 - p)) }
gradient <- function(g, b) sapply(seq_along(b), function(j) { h <- 1e-3 / max(1, 40 * (names(b)[j] == "age")); e <- replace(0 * b, j, h)
  (672 * (g(b + e) - g(b - e)) - 168 * (g(b + 2 * e) - g(b - 2 * e)) + 32 * (g(b + 3 * e) - g(b - 3 * e)) - 3 * (g(b + 4 * e) - g(b - 4 * e))) / (840 * h) })
delta <- function(f, g) { b <- coef(f); d <- gradient(g, b); list(effect = g(b), standardError = sqrt(drop(d %*% vcov(f) %*% d))) }
pairs <- list(c("meeting_band", "13 or more"), c("meeting_band", "5 to 8"), c("convicted", "Yes"), c("team", "Harrow"), c("last_job", "Under 6 months"), c("start_year", "2021"))
effects <- c(lapply(pairs, function(q) c(list(column = q[1], category = q[2]), delta(full, function(b) ame_of(full, b, q[1], refs[[q[1]]], q[2])))),
  list(c(list(column = "age", category = NA), delta(full, function(b) slope_of(full, b, "age")))))

## 2. A small model with weights and an offset; cluster-robust errors; leverages -------------------------------
set.seed(3); cl$copies <- sample(0:3, nrow(cl), TRUE); cl$known <- round(runif(nrow(cl), -.5, .5), 2)
weighted <- glm(job_start ~ convicted + age + meeting_band, binomial, cl, weights = copies, offset = known, control = tight)
few <- glm(job_start ~ convicted + age + sex, binomial, cl, control = tight)
sandwich_of <- function(f, g) { X <- model.matrix(f); U <- rowsum(X * (f$y - fitted(f)), g); V <- vcov(f) %*% crossprod(U) %*% vcov(f); G <- nrow(U); n <- nobs(f); k <- ncol(X)
  hc0 <- sqrt(diag(V) * G / (G - 1)); hc1 <- hc0 * sqrt((n - 1) / (n - k)); t <- coef(f) / hc1
  list(clusters = G, standardErrors = named(hc0), widerStandardErrors = named(hc1), p = named(2 * pt(-abs(t), G - 1)), lower = named(coef(f) - qt(.975, G - 1) * hc1), upper = named(coef(f) + qt(.975, G - 1) * hc1)) }
drop1_bands <- fit_of(setdiff(all_vars, "meeting_band")); lr_team <- fit_of(setdiff(all_vars, "team"))
limit_of <- function(f, j, side, level, from = c(1, 4)) { X <- model.matrix(f); b <- coef(f); se <- sqrt(diag(vcov(f)))
  uniroot(function(v) glm.fit(X[, -j, drop = FALSE], f$y, weights = f$prior.weights, offset = X[, j] * v + if (is.null(f$offset)) 0 else f$offset, family = binomial(), control = tight)$deviance - f$deviance - qchisq(level, 1),
    sort(b[j] + side * se[j] * from * qnorm((1 + level) / 2) / 2), tol = 1e-13)$root }
profile_of <- function(f, level) list(lower = named(setNames(sapply(seq_along(coef(f)), function(j) limit_of(f, j, -1, level)), names(coef(f)))), upper = named(setNames(sapply(seq_along(coef(f)), function(j) limit_of(f, j, 1, level)), names(coef(f)))))
lr_p <- function(f) { X <- model.matrix(f); named(setNames(sapply(seq_along(coef(f)), function(j) pchisq(glm.fit(X[, -j, drop = FALSE], f$y, weights = f$prior.weights, offset = f$offset, family = binomial(), control = tight)$deviance - f$deviance, 1, lower.tail = FALSE)), names(coef(f)))) }
describe <- function(f) list(n = sum(f$prior.weights), events = sum(f$prior.weights * f$y), coefficients = named(coef(f)), standardErrors = named(sqrt(diag(vcov(f)))), deviance = f$deviance, nullDeviance = f$null.deviance, aic = f$deviance + 2 * length(coef(f)))
# a coefficient so lopsided that Wald's interval says little: one start among 14 who self-referred, five of six others
lop <- data.frame(y = c(rep(0, 13), 1, rep(1, 5), 0), g = rep(0:1, c(14, 6))); lopsided <- glm(y ~ g, binomial, lop, control = tight)

## 3. Raw calendar years and their squares, client by client, through weights ----------------------------------
years <- fromJSON("relations-extra.expected.json")$years; yw <- years$year - 2018.5
yq <- glm(cbind(years$successes, years$trials - years$successes) ~ yw + I(yw^2), binomial, control = tight); V <- vcov(yq)
A <- rbind(c(1, -2018.5, 2018.5^2), c(0, 1, -2 * 2018.5), c(0, 0, 1))
raw_years <- list(coefficients = as.vector(A %*% coef(yq)), standardErrors = sqrt(c(A[1, ] %*% V %*% A[1, ], A[2, ] %*% V %*% A[2, ], V[3, 3])))

## 4. Firth's penalised likelihood by its definition: Newton on differences, limits by uniroot -------------------
pen_ll <- function(b, X, y, w = 1) { eta <- drop(X %*% b); p <- plogis(eta); sum(w * (y * plogis(eta, log.p = TRUE) + (1 - y) * plogis(-eta, log.p = TRUE))) + determinant(crossprod(X * sqrt(w * p * (1 - p))))$modulus[1] / 2 }
firth_score <- function(b, X, y) { p <- plogis(drop(X %*% b)); W <- p * (1 - p); Q <- qr(X * sqrt(W)); h <- rowSums(qr.Q(Q)^2); crossprod(X, y - p + h * (.5 - p)) }
firth_fit <- function(X, y, b = rep(0, ncol(X)), free = seq_len(ncol(X))) { for (it in 1:500) { p <- plogis(drop(X %*% b)); I <- crossprod(X * sqrt(p * (1 - p))); s <- solve(I[free, free, drop = FALSE], firth_score(b, X, y)[free]); b[free] <- b[free] + s * min(1, 2 / max(abs(s))); if (max(abs(s)) < 1e-13) break }; b }
firth_limits <- function(X, y, b, j, side) { se <- sqrt(diag(solve(crossprod(X * sqrt(plogis(drop(X %*% b)) * (1 - plogis(drop(X %*% b))))))))[j]; top <- pen_ll(b, X, y)
  f <- function(v) { z <- b; z[j] <- v; 2 * (top - pen_ll(firth_fit(X, y, z, setdiff(seq_along(b), j)), X, y)) - qchisq(.95, 1) }
  far <- 2.5; while (f(b[j] + side * far * se) < 0) far <- far * 1.5; uniroot(f, sort(b[j] + side * se * c(.5, far)), tol = 1e-12)$root }
firth_all <- function(X, y, limits) { b <- firth_fit(X, y); p <- plogis(drop(X %*% b)); nm <- colnames(X); out <- list(coefficients = named(setNames(b, nm)), standardErrors = named(setNames(sqrt(diag(solve(crossprod(X * sqrt(p * (1 - p)))))), nm)), penalisedLogLikelihood = pen_ll(b, X, y))
  stopifnot(max(abs(firth_score(b, X, y))) < 1e-9)
  if (limits) { k <- seq_along(b); out$lower <- named(setNames(sapply(k, function(j) firth_limits(X, y, b, j, -1)), nm)); out$upper <- named(setNames(sapply(k, function(j) firth_limits(X, y, b, j, 1)), nm))
    out$p <- named(setNames(sapply(k, function(j) { z <- b; z[j] <- 0; pchisq(2 * (pen_ll(b, X, y) - pen_ll(firth_fit(X, y, z, k[-j]), X, y)), 1, lower.tail = FALSE) }), nm)) }
  out }
sep <- read.csv("separation.csv"); firth_sep <- firth_all(cbind(`(Intercept)` = 1, as.matrix(sep[, 1:3])), sep$job_start, TRUE)
firth_full <- firth_all(model.matrix(full), full$y, FALSE)

## 5. Figure 8: bootstrap of the change in average marginal effect (2,000 refits of R's own seed) ---------------------
team_effects <- function(f) { X <- model.matrix(f); b <- coef(f); b[is.na(b)] <- 0; t <- paste0("team", setdiff(levels(cl$team), refs$team)); X0 <- X; X0[, t] <- 0; base <- X0 %*% b
  sapply(setNames(t, sub("team", "", t)), function(q) sum(f$prior.weights * (plogis(base + b[[q]]) - plogis(base))) / sum(f$prior.weights)) }
X1 <- model.matrix(full); X0 <- model.matrix(without); set.seed(8); n <- nrow(cl)
refit <- function(X, w) { k <- w > 0; f <- glm.fit(X[k, ], full$y[k], weights = w[k], family = binomial()); b <- f$coefficients; b[is.na(b)] <- 0
  t <- paste0("team", setdiff(levels(cl$team), refs$team)); Z <- X[k, ]; Z[, t] <- 0; base <- Z %*% b; sapply(t, function(q) sum(w[k] * (plogis(base + b[[q]]) - plogis(base))) / n) }
boot <- replicate(2000, { w <- tabulate(sample.int(n, n, TRUE), n); refit(X1, w) - refit(X0, w) })
boot_summary <- lapply(setNames(seq_len(nrow(boot)), sub("team", "", rownames(boot))), function(i) list(lower = unname(quantile(boot[i, ], .025)), upper = unname(quantile(boot[i, ], .975)), sd = sd(boot[i, ])))
# landmark with bands, and the team effects in it: followed 60 days or more without a start before
lm60 <- subset(everyone, days_followed >= 60 & (is.na(days_to_job) | days_to_job >= 60))
lm60$band60 <- relevel(cut(lm60$meetings_first_60_days, c(-1, 0, 4, 8, 12, Inf), labels = c("0", "1 to 4", "5 to 8", "9 to 12", "13 or more")), "0")
lm_full <- glm(job_start ~ team + age + convicted + last_job + band60, binomial, lm60, control = tight); lm_without <- update(lm_full, . ~ . - band60)

# the landmark fit of clients.expected.json again, iterated to the end (its errors stop a step short)
late <- subset(cl, days_followed >= 60 & (is.na(days_to_job) | days_to_job >= 60)); late_fit <- glm(job_start ~ meetings_first_60_days + age + convicted, binomial, late, control = tight)

## 6. Case mix and funnels -------------------------------------------------------------------------------------------
case_mix <- fit_of(setdiff(all_vars, c("team", "meeting_band"))); ev <- tapply(fitted(case_mix), cl$team, sum); vv <- tapply(fitted(case_mix) * (1 - fitted(case_mix)), cl$team, sum); ob <- tapply(cl$job_start, cl$team, sum)
tm <- read.csv("teams.csv"); set.seed(31); e <- tm$clients * plogis(rnorm(nrow(tm), 0, .4)); v <- e * (1 - e / tm$clients); o <- tm$job_entries; e <- e * sum(o) / sum(e)
over <- function(y, target, s, k = 1) { z <- (y - target) / s; q <- quantile(z, c(.1, .9), type = 7); zw <- pmin(pmax(z, q[1]), q[2]); J <- length(y); phi <- mean(zw^2); w <- 1 / s^2; list(phi = phi, tauSquared = if (J * phi < J - 1) 0 else max(0, (J * phi - (J - 1)) / (sum(w) - sum(w^2) / sum(w)))) }
ratio_s <- sqrt(v) / (2 * e); ratio_over <- over(sqrt(o / e), 1, ratio_s)
ratio_limits <- function(z, i) pmax(0, 1 + c(-1, 1) * z * sqrt(ratio_s[i]^2 + ratio_over$tauSquared))^2

## 7. Random intercept: the marginal likelihood by integration, at given parameters ------------------------------------
mx <- read.csv("mixed.csv"); at <- fromJSON("mixed.expected.json")$agq15
marginal <- function(b, s) { eta <- b[[1]] + b[[2]] * mx$a + b[[3]] * mx$b
  sum(sapply(split(seq_len(nrow(mx)), mx$team), function(i) { ll <- function(u) sapply(u, function(v) sum(plogis((2 * mx$job_start[i] - 1) * (eta[i] + s * v), log.p = TRUE)) + dnorm(v, log = TRUE)); m <- optimize(ll, c(-6, 6), maximum = TRUE, tol = 1e-10)
    log(integrate(function(u) exp(ll(u) - m$objective), m$maximum - 8, m$maximum + 8, rel.tol = 1e-13, subdivisions = 2000)$value) + m$objective })) }
start <- c(unlist(at$fixed), at$sd)
mle <- optim(start, function(q) -marginal(q[1:3], q[4]), method = "BFGS", control = list(reltol = 1e-15, maxit = 200), hessian = TRUE)
hess <- local({ h <- 2e-3; f <- function(q) marginal(q[1:3], q[4]); k <- 4; H <- matrix(0, k, k); e <- function(i) replace(numeric(k), i, h)
  for (i in 1:k) for (j in 1:k) H[i, j] <- if (i == j) (-f(mle$par + 2 * e(i)) + 16 * f(mle$par + e(i)) - 30 * f(mle$par) + 16 * f(mle$par - e(i)) - f(mle$par - 2 * e(i))) / (12 * h^2) else (f(mle$par + e(i) + e(j)) - f(mle$par + e(i) - e(j)) - f(mle$par - e(i) + e(j)) + f(mle$par - e(i) - e(j))) / (4 * h^2); H })
exact <- list(fixed = named(setNames(mle$par[1:3], names(at$fixed))), sd = unname(mle$par[4]), logLik = -mle$value, standardErrors = named(setNames(sqrt(diag(solve(-hess)))[1:3], names(at$fixed))))

wil <- function(x, n) { z <- qnorm(.975); r <- z * sqrt(z^2 + 4 * x * (1 - x / n)); c((2 * x + z^2 - r), (2 * x + z^2 + r)) / (2 * (n + z^2)) }
rates <- lapply(setNames(levels(cl$last_job), levels(cl$last_job)), function(l) { k <- cl$last_job == l; x <- sum(cl$job_start[k]); list(n = sum(k), events = x, ci95 = wil(x, sum(k))) })
save_json(list(note = "written by make-regression-extra.R",
  marginalEffects = effects, rates = list(last_job = rates),
  weighted = c(list(copies = cl$copies, known = cl$known), describe(weighted), profile_of(weighted, .95), list(likelihoodRatioP = lr_p(weighted))),
  cluster = c(sandwich_of(few, cl$team), list(coefficients = named(coef(few)), leverages = unname(hatvalues(few)))),
  likelihoodRatioForTeam = list(chisq = lr_team$deviance - full$deviance, df = 7, p = pchisq(lr_team$deviance - full$deviance, 7, lower.tail = FALSE)),
  lopsided = c(list(y = lop$y, g = lop$g), describe(lopsided), profile_of(lopsided, .95), list(profile99 = profile_of(lopsided, .99))),
  rawYears = raw_years, firth = list(separation = firth_sep, clients = firth_full),
  figure8 = list(bootstrap = boot_summary, landmark = list(simpleStandardErrors = named(sqrt(diag(vcov(late_fit)))), n = nobs(lm_full), events = sum(lm_full$y), with = named(exp(coef(lm_full))), without = named(exp(coef(lm_without))),
    ameWith = local({ cl <<- lm60; named(team_effects(lm_full)) }), ameWithout = named(team_effects(lm_without)))),
  caseMix = list(observed = named(ob), expected = named(ev), variance = named(vv)),
  ratioFunnel = list(observed = o, expected = e, variance = v, phi = ratio_over$phi, tauSquared = ratio_over$tauSquared, first = lapply(1:3, function(i) list(ci95 = 1 + c(-1, 1) * qnorm(.975) * sqrt(v[i]) / e[i], overdispersed95 = ratio_limits(qnorm(.975), i), overdispersed998 = ratio_limits(qnorm(.999), i)))),
  mixed = list(at = list(fixed = at$fixed, sd = at$sd, logLik = marginal(at$fixed, at$sd)), maximum = exact)), "regression-extra.expected.json")
cat("written\n")
