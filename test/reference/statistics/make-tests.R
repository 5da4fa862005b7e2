# Expected values for intervals and tests that intervals.expected.json does not hold.
#
#   apt-get install -y r-base-core r-cran-jsonlite
#   Rscript make-tests.R        (run inside this folder; same output every time)
#
# Expected values come from R's own functions (binom.test, poisson.test, fisher.test, t.test, wilcox.test).
library(jsonlite)
options(warn = -1) # wilcox.test warns where ties or zeros make it use the normal approximation
save_json <- function(x, f) write_json(x, f, auto_unbox = TRUE, digits = NA, pretty = TRUE, null = "null", na = "null")

counts <- list(c(0, 12), c(12, 12), c(1, 8), c(16, 40), c(215, 718), c(3101, 6080), c(3, 1e6), c(500000, 1e6))
clopper <- lapply(counts, function(k) list(x = k[1], n = k[2], ci95 = binom.test(k[1], k[2])$conf.int[1:2], ci998 = binom.test(k[1], k[2], conf.level = .998)$conf.int[1:2]))
poisson <- lapply(c(0, 1, 9, 140, 1e6), function(k) list(x = k, ci95 = poisson.test(k)$conf.int[1:2], ci998 = poisson.test(k, conf.level = .998)$conf.int[1:2]))
tables <- list(c(56, 70, 48, 80), c(0, 5, 7, 9), c(5, 5, 0, 9), c(0, 5, 0, 9), c(3, 3, 4, 4), c(1, 10, 11, 12), c(7, 20, 7, 20), c(400, 1000, 520, 1000), c(2, 3000, 30, 3000))
fisher <- lapply(tables, function(k) { m <- matrix(c(k[1], k[2] - k[1], k[3], k[4] - k[3]), 2)
  list(x1 = k[1], n1 = k[2], x2 = k[3], n2 = k[4], p = fisher.test(m)$p.value, pLess = fisher.test(m, alternative = "less")$p.value, pGreater = fisher.test(m, alternative = "greater")$p.value) })

a <- c(137, 92, 180, 61, 143, 250, 18, 77); b <- c(210, 199, 340, 188, 95, 260)
big <- 1e9 + c(0.25, 0.5, 0.75, 1, 3)
describe <- function(t) list(difference = if (length(t$estimate) == 2) unname(t$estimate[1] - t$estimate[2]) else unname(t$estimate), lower = t$conf.int[1], upper = t$conf.int[2], standardError = t$stderr, t = unname(t$statistic), df = unname(t$parameter), p = t$p.value)
tests <- list(a = a, b = b, big = big, one = describe(t.test(a)), one998 = describe(t.test(a, conf.level = .998)), oneBig = describe(t.test(big)), welch = describe(t.test(a, b)), welchTwo = describe(t.test(a[1:2], b[1:2])), paired = describe(t.test(b, a[1:6], paired = TRUE)))

lists <- list(exact = c(1.5, -2.25, 3, 4.5, -0.5, 6, 7.75), ties = c(1, 1, -2, 3, 3, 3, -1, 4), zeros = c(0, 0, 1, 2, 3, -4), one = 2.5,
  balanced = c(1, -1, 2, -2), allPositive = seq(.5, 12.5, by = 1), long = (1:49) * c(1, -1, 1, 1, -1, 1, 1), longer = (1:60) * c(1, -1, 1, 1, -1))
wilcoxon <- lapply(lists, function(v) { u <- wilcox.test(v, correct = TRUE); m <- wilcox.test(v, correct = TRUE, exact = FALSE)
  list(differences = I(v), statistic = unname(u$statistic), p = u$p.value, pNormal = m$p.value) })

binomial <- expand.grid(k = c(0, 1, 5, 59, 60, 900), n = c(60, 1000, 1e6), p = c(1e-6, .03, .5, .97), KEEP.OUT.ATTRS = FALSE); binomial <- subset(binomial, k <= n)
# power of the test of a correlation by Fisher's z, both sides counted
power <- function(n, r) { z <- qnorm(.975); s <- atanh(r) * sqrt(n - 3); pnorm(s - z) + pnorm(-s - z) }
cases <- data.frame(n = c(8, 30, 63, 100, 63, 10), r = c(.85, .49, .35, .28, 0, -.6))

save_json(list(note = "written by make-tests.R", clopperPearson = clopper, exactPoisson = poisson, fisher = fisher, t = tests, wilcoxon = wilcoxon,
  binomialLog = list(k = binomial$k, n = binomial$n, p = binomial$p, value = dbinom(binomial$k, binomial$n, binomial$p, log = TRUE)),
  correlationPower = list(n = cases$n, r = cases$r, value = mapply(power, cases$n, cases$r))), "tests.expected.json")
cat("written\n")
