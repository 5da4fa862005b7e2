# How large and how small z can be for the substance groups of the 2025 report, over the rounding of its figures.
#
#   apt-get install -y r-base-core r-cran-jsonlite
#   Rscript make-statements.R      (run inside this folder; same output every time)
#
# Reads ../ohid-2025.json and tries corners by brute force: every group size a whole number of clients, every rate at
# both ends of its rounding; the rest's sizes at every vertex of what adds up to the cohort.
suppressMessages(library(jsonlite))
published <- fromJSON("../ohid-2025.json", simplifyVector = FALSE)
n_all <- published$cohort$matched; share <- unlist(published$cohort$substancePct)
rate <- unlist(published$successfulEmploymentPct$substance)[names(share)]; all <- published$successfulEmploymentPct$all
low <- function(x) (x - .5) / 100; high <- function(x) (x + .5) / 100
z <- function(p1, n1, p2, n2) { p <- (n1 * p1 + n2 * p2) / (n1 + n2); (p1 - p2) / sqrt(p * (1 - p) * (1 / n1 + 1 / n2)) }

# sizes that add up to the cohort: no group can be larger than what the smallest others leave, nor smaller
lo <- low(share) * n_all; hi <- high(share) * n_all
for (i in 1:20) for (g in names(share)) { others <- setdiff(names(share), g); lo[g] <- max(lo[g], n_all - sum(hi[others])); hi[g] <- min(hi[g], n_all - sum(lo[others])) }

# every way to have all groups but one at an end of their sizes, the sum being what is left
vertices <- function(groups, total) {
  out <- list(); k <- length(groups)
  for (free in 1:k) { ends <- expand.grid(rep(list(0:1), k - 1)); fixed <- groups[-free]
    for (r in seq_len(nrow(ends))) { size <- setNames(numeric(k), groups); size[fixed] <- ifelse(unlist(ends[r, ]) == 1, hi[fixed], lo[fixed]); size[free] <- total - sum(size[-free])
      if (size[free] >= lo[groups[free]] - 1e-9 && size[free] <= hi[groups[free]] + 1e-9) out <- c(out, list(size)) } }
  do.call(rbind, out)
}
rest <- function(g) {
  others <- setdiff(names(share), g); found <- c()
  for (n in seq(lo[g], hi[g], length.out = 21)) { v <- vertices(others, n_all - n); if (is.null(v)) next
    least <- min(v %*% low(rate[others])); most <- max(v %*% high(rate[others]))
    for (p in seq(low(rate[g]), high(rate[g]), length.out = 21)) { x <- c(max(least, n_all * low(all) - n * p), min(most, n_all * high(all) - n * p))
      if (x[1] <= x[2]) found <- c(found, z(p, n, x / (n_all - n), n_all - n)) } }
  range(found)
}
pair <- function(g, h) { grid <- expand.grid(n1 = c(lo[g], hi[g]), p1 = c(low(rate[g]), high(rate[g])), n2 = c(lo[h], hi[h]), p2 = c(low(rate[h]), high(rate[h]))); range(z(grid$p1, grid$n1, grid$p2, grid$n2)) }
rows <- do.call(c, lapply(names(share), function(g) c(list(list(group = g, comparator = "rest", z = rest(g))), lapply(setdiff(names(share), g), function(h) list(group = g, comparator = h, z = pair(g, h))))))
write_json(list(note = "written by make-statements.R", worked = rows), "statements.expected.json", auto_unbox = TRUE, digits = NA)
for (r in rows) if (r$comparator == "rest" || r$group == "Alcohol only") cat(sprintf("%-42s %-42s %.3f to %.3f\n", r$group, r$comparator, r$z[1], r$z[2]))
