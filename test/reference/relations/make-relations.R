# Expected values for the relations of service quality to job entry that the statistics files do not hold. All
# data are synthetic: the 63 teams of ../statistics/teams.csv, with 25 item scores drawn here.
#
#   apt-get install -y r-base-core r-cran-jsonlite
#   Rscript make-relations.R        (run inside this folder; same output every time)
library(jsonlite)
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
save_json <- function(x, f) write_json(x, f, auto_unbox = TRUE, digits = NA, pretty = TRUE, null = "null", na = "null")
tight <- glm.control(epsilon = 1e-18, maxit = 20); options(warn = -1)
teams <- read.csv("../statistics/teams.csv"); lev <- c("low", "medium", "high")
teams$integration <- factor(teams$integration, lev); teams$level <- as.integer(teams$integration)
rate <- teams$job_entries / teams$clients; n <- nrow(teams)

## 1. Twenty-five items: four follow the rate, one is the same everywhere, the others are chance ----------
set.seed(25); score <- function(v) pmin(5, pmax(1, round(v)))
items <- sapply(1:25, function(i) score(3.4 + rnorm(n, 0, 1) + if (i %in% c(3, 13, 22, 7)) 9 * (rate - mean(rate)) else 0))
items[, 9] <- 5
colnames(items) <- sprintf("item%d", 1:25)
write.csv(data.frame(team = teams$team, items), "items.csv", row.names = FALSE)
one <- function(a) {
  r <- suppressWarnings(cor(a, rate, method = "spearman")); if (is.na(r)) return(list(rho = NA, lower = NA, upper = NA, p = 1))
  se <- sqrt((1 + r^2 / 2) / (n - 3)); t <- r * sqrt((n - 2) / (1 - r^2))
  list(rho = r, lower = tanh(atanh(r) - qnorm(.975) * se), upper = tanh(atanh(r) + qnorm(.975) * se), p = 2 * pt(-abs(t), n - 2))
}
tests <- apply(items, 2, one); p <- sapply(tests, `[[`, "p"); adjusted <- unname(p.adjust(p, "BH"))
rows <- lapply(1:25, function(i) c(list(item = i), tests[[i]], list(adjustedP = adjusted[i])))

## 2. Integration as one slope beside the other inputs, and Wald t intervals of both regressions ----------
describe <- function(f) { s <- coef(summary(f)); q <- qt(.975, f$df.residual)
  lapply(setNames(rownames(s), rownames(s)), function(v) list(estimate = s[v, 1], se = s[v, 2], t = s[v, 3], p = s[v, 4],
    oddsRatio = exp(s[v, 1]), lower = exp(s[v, 1] - q * s[v, 2]), upper = exp(s[v, 1] + q * s[v, 2]))) }
teams$fidelity10 <- teams$fidelity / 10
levels_fit <- glm(cbind(job_entries, clients - job_entries) ~ fidelity10 + integration + contacts_per_week + meetings_per_client, quasibinomial, teams, control = tight)
slope_fit <- glm(cbind(job_entries, clients - job_entries) ~ fidelity10 + level + contacts_per_week + meetings_per_client, quasibinomial, teams, control = tight)
## 3. The first eight teams, and the teams of 40 clients and more --------------------------------------
eight <- cor.test(teams$fidelity[1:8], rate[1:8])
big <- teams[teams$clients >= 40, ]; big_cor <- cor.test(big$fidelity, big$job_entries / big$clients)
save_json(list(items = rows, levels = describe(levels_fit), slope = describe(slope_fit),
  firstEight = list(r = unname(eight$estimate), lower = eight$conf.int[1], upper = eight$conf.int[2], p = eight$p.value),
  fortyClients = list(n = nrow(big), r = unname(big_cor$estimate), p = big_cor$p.value),
  smallestSignificant = lapply(c(5, 8, 30, 63), function(k) { t <- qt(.975, k - 2); list(n = k, r = t / sqrt(k - 2 + t^2)) })), "relations.expected.json")
