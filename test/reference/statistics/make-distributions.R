# Both tails and the quantiles of the distributions, to 20 digits, from MPFR's incomplete gamma function and the
# defining series of the incomplete beta function in multiple precision arithmetic. R's own tails are good to about
# 1e-13, too coarse to hold a bound of 1e-12 against.
#
#   apt-get install -y r-base-core r-cran-rmpfr
#   Rscript make-distributions.R        (run inside this folder; same output every time; some minutes)
#
# R's own quantiles only choose where to look (rounded to six digits, so that they are plain numbers) and start
# the search for the exact quantile.
suppressMessages(library(Rmpfr))
BITS <- 160
DEEP <- 1150 # for a lower tail found as one minus the upper, down to 1e-300
exact <- function(v, bits = BITS) mpfr(v, bits)
probabilities <- c(1e-300, 1e-60, 1e-15, 1e-8, 1e-3, .3)

## Tails, vectorised over the grid ------------------------------------------------------------------------
# 1 + r(1) + r(1) r(2) + ..., all terms positive; what has converged is taken out of the loop
rising <- function(size, ratio, bits) { result <- exact(rep(0, size), bits); on <- seq_len(size); term <- exact(rep(1, size), bits); total <- term; n <- 0
  repeat { n <- n + 1; term <- term * ratio(n, on); total <- total + term
    if (n %% 64 == 0) { done <- term < total * exact(2, bits)^(-bits); result[on[done]] <- total[done]
      if (all(done)) return(result); on <- on[!done]; term <- term[!done]; total <- total[!done] } } }
gamma_tails <- function(x, a, bits = DEEP) { a <- exact(a, bits); upper <- igamma(a, exact(x, bits)) / gamma(a); list(lower = 1 - upper, upper = upper) }
beta_below <- function(x, y, a, b) exp(a * log(x) + b * log(y) - log(a) - lgamma(a) - lgamma(b) + lgamma(a + b)) *
  rising(length(x), function(n, on) x[on] * (a[on] + b[on] + n - 1) / (a[on] + n), BITS)
beta_tails <- function(x, y, a, b) { x <- exact(x); y <- exact(y); a <- exact(a); b <- exact(b)
  swap <- x > (a + 1) / (a + b + 2); tail <- exact(rep(0, length(x)))
  if (any(!swap)) tail[!swap] <- beta_below(x[!swap], y[!swap], a[!swap], b[!swap])
  if (any(swap)) tail[swap] <- beta_below(y[swap], x[swap], b[swap], a[swap])
  lower <- tail; lower[swap] <- 1 - tail[swap]; upper <- tail; upper[!swap] <- 1 - tail[!swap]
  list(lower = lower, upper = upper) }
t_tails <- function(t, df) { t <- exact(t); df <- exact(df); s <- df + t^2
  half <- beta_tails(df / s, t^2 / s, df / 2, exact(rep(.5, length(t))))$lower / 2
  list(lower = ifelse_m(t < 0, half, 1 - half), upper = ifelse_m(t < 0, 1 - half, half)) }
f_tails <- function(f, d1, d2) { f <- exact(f); d1 <- exact(d1); d2 <- exact(d2); s <- d2 + d1 * f
  beta_tails(d1 * f / s, d2 / s, d1 / 2, d2 / 2) }
ifelse_m <- function(test, yes, no) { no[test] <- yes[test]; no }

## Where to look ------------------------------------------------------------------------------------------
grid_of <- function(q, shapes) {
  found <- do.call(rbind, lapply(seq_len(nrow(shapes)), function(i) { s <- unlist(shapes[i, ])
    x <- suppressWarnings(c(q(probabilities, s, TRUE), q(probabilities, s, FALSE)))
    data.frame(x = unique(signif(x[is.finite(x)], 6)), shapes[rep(i, 1), , drop = FALSE], row.names = NULL) }))
  found }
inside <- function(d, from, to) d[d$x > from & d$x < to, ]
gg <- inside(grid_of(function(p, s, low) qgamma(p, s[1], lower.tail = low), data.frame(a = c(.01, .1, .5, 1, 2.5, 10, 100, 1e4))), 1e-290, Inf)
bb <- inside(grid_of(function(p, s, low) qbeta(p, s[1], s[2], lower.tail = low), expand.grid(a = c(.01, .1, .5, 1, 3, 40, 700), b = c(.01, .1, .5, 1, 3, 40, 700))), 1e-290, 1)
tt <- inside(grid_of(function(p, s, low) qt(p, s[1], lower.tail = low), data.frame(df = c(.1, .5, 1, 2, 3.5, 10, 60, 1000, 1e4))), -1e100, 1e100)
ff <- inside(grid_of(function(p, s, low) qf(p, s[1], s[2], lower.tail = low), expand.grid(d1 = c(.5, 1, 2, 5, 24, 1000), d2 = c(.5, 1, 3, 12, 55, 1000))), 1e-100, 1e100)

## Quantiles: Newton's method on the logarithm of the smaller tail -------------------------------------------
solve_for <- function(tails_at, target, low, x) { x <- exact(x); on <- seq_along(low); h <- exact(10)^-30
  for (i in 1:60) { tail_at <- function(x) { at <- tails_at(x, on); ifelse_m(low[on], at$lower, at$upper) }
    tail <- tail_at(x[on]); step <- log(tail / target[on]) / (log(tail_at(x[on] * (1 + h)) / tail) / h)
    step[step > 1] <- 1; step[step < -1] <- -1; x[on] <- x[on] * exp(-step)
    on <- on[abs(step) >= 1e-13] # the next step would be under 1e-24
    if (length(on) == 0) return(x) }
  stop("a quantile was not found") }
quantiles <- function(q, tails_at, shapes, p = c(1e-100, 1e-6, .025, .4)) {
  d <- merge(data.frame(p = rep(p, 2), low = rep(c(TRUE, FALSE), each = length(p))), shapes)
  start <- mapply(function(i) suppressWarnings(q(d$p[i], unlist(shapes_row(d, i)), d$low[i])), seq_len(nrow(d)))
  keep <- is.finite(start) & start > 1e-280 & start < 1e280 & start != 1; d <- d[keep, ]; start <- start[keep]
  d$value <- twenty(solve_for(function(x, on) tails_at(x, d[on, ]), exact(d$p), d$low, start)); d }
shapes_row <- function(d, i) d[i, setdiff(names(d), c("p", "low")), drop = FALSE]

## Writing ------------------------------------------------------------------------------------------------
twenty <- function(m) { m <- new("mpfr", roundMpfr(m, 80)); sub("\\.e", "e", format(m, digits = 20, drop0trailing = TRUE)) }
plain <- function(v) if (is.character(v)) v else if (is.logical(v)) tolower(v) else sprintf("%.17g", v)
columns <- function(d) paste0("{\n", paste0("    \"", names(d), "\": [", vapply(d, function(v) paste(plain(v), collapse = ", "), ""), "]", collapse = ",\n"), "\n  }")
with_tails <- function(d, tails) { d$lower <- twenty(tails$lower); d$upper <- twenty(tails$upper); d }
z <- c(-37, -20, -12, -8, -5, -3, -2, -1.5, -1, -.3, -1e-5, 0, 1e-5, .3, 1, 1.5, 2, 3, 5, 8, 12, 20, 37)
zx <- exact(z)
k <- c(0, 1, 5, 30, 200, 1000); pois <- expand.grid(k = k, mean = c(.001, .5, 4, 30, 250, 1000))
pt <- gamma_tails(pois$mean, pois$k + 1)
bin <- subset(expand.grid(k = c(0, 1, 5, 30, 200, 999), n = c(1, 8, 60, 1000), p = c(1e-6, .03, .4, .5, .97)), k < n)
bt <- beta_tails(exact(bin$p), 1 - exact(bin$p), bin$k + 1, bin$n - bin$k)
tables <- list(
  normal = with_tails(data.frame(x = z), list(lower = pnorm(zx), upper = pnorm(zx, lower.tail = FALSE))),
  gamma = with_tails(gg, gamma_tails(gg$x, gg$a)),
  beta = with_tails(bb, beta_tails(exact(bb$x), 1 - exact(bb$x), bb$a, bb$b)),
  studentT = with_tails(tt, t_tails(tt$x, tt$df)),
  f = with_tails(ff, f_tails(ff$x, ff$d1, ff$d2)),
  poisson = with_tails(pois, list(lower = pt$upper, upper = pt$lower)),
  binomial = with_tails(bin, list(lower = bt$upper, upper = bt$lower)),
  gammaQuantile = quantiles(function(p, s, low) qgamma(p, s[1], lower.tail = low), function(x, d) gamma_tails(x, d$a), data.frame(a = c(.1, .5, 1, 2.5, 10, 100, 1000))),
  betaQuantile = quantiles(function(p, s, low) qbeta(p, s[1], s[2], lower.tail = low), function(x, d) beta_tails(x, 1 - x, d$a, d$b), expand.grid(a = c(.5, 1, 3, 40, 200), b = c(.5, 1, 3, 40, 200))),
  fQuantile = quantiles(function(p, s, low) qf(p, s[1], s[2], lower.tail = low), function(x, d) f_tails(x, d$d1, d$d2), expand.grid(d1 = c(1, 2, 5, 24), d2 = c(1, 3, 12, 500))))
writeLines(paste0("{\n  \"note\": \"written by make-distributions.R; lower and upper are the two tails at x, low tells which tail p is\",\n",
  paste0("  \"", names(tables), "\": ", vapply(tables, columns, ""), collapse = ",\n"), "\n}"), "distributions.expected.json")
cat("written\n")
