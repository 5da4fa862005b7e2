# Expected values for agreement that agreement.expected.json does not hold.
#
#   apt-get install -y r-base-core r-cran-jsonlite r-cran-psych
#   Rscript make-agreement.R        (run inside this folder; same output every time)
#
# Expected values come from R's psych package; Krippendorff's alpha from its definition, every pair counted. The
# published example is Krippendorff's own (4 raters, 12 units). All other data are synthetic.
suppressMessages({ library(jsonlite); library(psych) })
options(warn = -1)
RNGkind("Mersenne-Twister", "Inversion", "Rejection"); set.seed(12)
save_json <- function(x, f) write_json(x, f, auto_unbox = TRUE, digits = NA, pretty = TRUE, null = "null", na = "null")
ag <- read.csv("agreement.csv"); a <- ag$reviewer_a; b <- ag$reviewer_b

## Weighted kappa with its error, by the formula of Fleiss, Cohen and Everitt, beside psych's estimate -------
kappa <- function(a, b, W) { p <- table(factor(a, 1:5), factor(b, 1:5)) / length(a); r <- rowSums(p); k <- colSums(p); po <- sum(W * p); pe <- sum(W * outer(r, k)); v <- (po - pe) / (1 - pe)
  wi <- drop(W %*% k); wj <- drop(r %*% W); se <- sqrt((sum(p * (W - outer(wi, wj, "+") * (1 - v))^2) - (v - pe * (1 - v))^2) / (length(a) * (1 - pe)^2))
  c(v, v - qnorm(.975) * se, v + qnorm(.975) * se, se) }
d <- outer(1:5, 1:5, "-"); W <- list(none = diag(5), linear = 1 - abs(d) / 4, quadratic = 1 - d^2 / 16)
kp <- cohen.kappa(cbind(a, b), w = d^2 / 16)
describe <- function(k) list(value = k[1], lower = k[2], upper = k[3], standardError = k[4])
kappas <- lapply(W, function(w) describe(kappa(a, b, w)))
# the error again from derivatives of kappa by each cell of the table (psych's own weighted error leaves this formula)
by_delta <- function(a, b, W) { p <- as.matrix(table(factor(a, 1:5), factor(b, 1:5))) / length(a); f <- function(p) { po <- sum(W * p); pe <- sum(W * outer(rowSums(p), colSums(p))); (po - pe) / (1 - pe) }
  g <- matrix(0, 5, 5); h <- 1e-5; for (i in 1:25) { e <- matrix(0, 5, 5); e[i] <- h; g[i] <- (f(p + e) - f(p - e)) / (2 * h) }; sqrt((sum(p * g^2) - sum(p * g)^2) / length(a)) }
stopifnot(abs(kappas$quadratic$value - kp$weighted.kappa) < 1e-12, abs(kappas$none$value - kp$kappa) < 1e-12, abs(kappas$none$standardError^2 - kp$var.kappa) < 1e-12,
  sapply(names(W), function(w) abs(kappas[[w]]$standardError - by_delta(a, b, W[[w]])) < 1e-9))

## ICC(2,1) of Shrout and Fleiss' table (6 units, 4 raters), at two levels ----------------------------------
sf <- matrix(c(9, 2, 5, 8, 6, 1, 3, 2, 8, 4, 6, 8, 7, 1, 2, 6, 10, 5, 6, 9, 6, 2, 4, 7), ncol = 4, byrow = TRUE)
icc <- function(m, alpha) { r <- ICC(m, alpha = alpha, lmer = FALSE)$results[2, ]; list(value = r$ICC, lower = r$`lower bound`, upper = r$`upper bound`) }
# raters who differ by a constant leave no error; the limits of the formula, which psych cannot give
shift <- cbind(c(1, 4, 6, 9), c(3, 6, 8, 11))

## Krippendorff ----------------------------------------------------------------------------------------------
N <- NA; published <- rbind(c(1, 2, 3, 3, 2, 1, 4, 1, 2, N, N, N), c(1, 2, 3, 3, 2, 2, 4, 1, 2, 5, N, 3), c(N, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, N), c(1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, N))
alpha_of <- function(units, delta) { units <- lapply(units, function(u) u[!is.na(u)]); units <- Filter(function(u) length(u) > 1, units); all <- unlist(units)
  pairs <- function(v) { s <- 0; for (i in seq_along(v)) for (j in seq_along(v)) if (i != j) s <- s + delta(v[i], v[j], all); s }
  1 - (sum(sapply(units, function(u) pairs(u) / (length(u) - 1))) / length(all)) / (pairs(all) / (length(all) * (length(all) - 1))) }
nominal <- function(x, y, all) x != y
interval <- function(x, y, all) (x - y)^2
ordinal <- function(x, y, all) { lo <- min(x, y); hi <- max(x, y); if (lo == hi) 0 else (sum(all >= lo & all <= hi) - (sum(all == lo) + sum(all == hi)) / 2)^2 }
alphas <- function(m) { u <- split(m, col(m)); list(nominal = alpha_of(u, nominal), ordinal = alpha_of(u, ordinal), interval = alpha_of(u, interval)) }
two <- rbind(a[1:100], b[1:100])

## Cronbach ----------------------------------------------------------------------------------------------------
f <- rnorm(30); items <- sapply(1:6, function(j) pmin(5, pmax(1, round(3 + f * c(1, .8, .9, 1.1, .2, -.5)[j] + rnorm(30, 0, .8)))))
al <- psych::alpha(as.data.frame(items), check.keys = FALSE, warnings = FALSE); raw <- al$total$raw_alpha
# wide rows stand for raters' columns: units go down the page in the file, as in the product
rows <- function(m) lapply(seq_len(nrow(m)), function(i) I(m[i, ]))
save_json(list(note = "written by make-agreement.R", kappa = kappas, icc = list(table = rows(sf), at95 = icc(sf, .05), at80 = icc(sf, .2)), shift = list(table = rows(shift)),
  krippendorff = list(published = list(units = rows(t(published)), alpha = alphas(published)), reviews = alphas(two)),
  cronbach = list(table = rows(items), value = raw, itemDropped = al$alpha.drop$raw_alpha, lower = 1 - (1 - raw) * qf(.975, 29, 29 * 5), upper = 1 - (1 - raw) * qf(.025, 29, 29 * 5))), "agreement-extra.expected.json")
cat("written\n"); print(alphas(published))
