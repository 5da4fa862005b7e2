# Expected outcomes of a synthetic linked cohort, worked out from the definitions and not from our code.
#
#   apt-get install -y r-base-core r-cran-jsonlite r-cran-survival
#   Rscript make-outcomes.R        (run inside this folder; same output every time)
#
# Writes the three files of a linkage in their standard layout (clients.csv, employment.csv, contributions.csv) and
# outcomes.expected.json. All people are invented. Each client's outcomes are found by marking every single day;
# tests and curves come from R's prop.test, t.test, p.adjust, survfit, survdiff and dbinom.
suppressMessages({ library(jsonlite); library(survival) })
options(warn = -1, stringsAsFactors = FALSE)
RNGkind("Mersenne-Twister", "Inversion", "Rejection"); set.seed(2025)

linkage <- as.Date("2024-12-01")
first_enrolment <- as.Date("2019-10-01"); last_enrolment <- as.Date("2024-02-29")

# The same day of the month some calendar months later, held to the month's last day -----------------------
add_months <- function(day, months) {
  p <- as.POSIXlt(day); total <- p$year * 12 + p$mon + months
  first <- as.Date(sprintf("%04d-%02d-01", 1900 + total %/% 12, total %% 12 + 1))
  following <- as.Date(sprintf("%04d-%02d-01", 1900 + (total + 1) %/% 12, (total + 1) %% 12 + 1))
  first + min(p$mday, as.integer(following - first)) - 1
}

# The cohort: random people, and one for each awkward case ------------------------------------------------
substances <- c("Opiates and crack", "Opiates without crack", "Crack without opiates", "Non-opiate (excluding crack)",
  "Non-opiate (excluding crack) and alcohol", "Alcohol only")
n <- 400
blank <- function(x, share) { x[runif(length(x)) < share] <- ""; x }
clients <- data.frame(client_id = sprintf("c%03d", 1:n), team = blank(sample(c("North", "South", "East", "West"), n, TRUE, c(.4, .3, .2, .1)), .03),
  enrolment_date = format(as.Date("2019-09-01") + sample(0:1700, n, TRUE)),
  sex = blank(sample(c("male", "female"), n, TRUE, c(.7, .3)), .02), age_at_enrolment = blank(as.character(sample(16:70, n, TRUE)), .03),
  substance_group = blank(sample(substances, n, TRUE, c(.14, .17, .05, .14, .16, .34)), .04),
  treatment_status = blank(sample(c("in treatment", "successfully completed", "unplanned exit"), n, TRUE), .03),
  months_in_treatment = blank(format(round(rexp(n, .1), 1), trim = TRUE, nsmall = 1), .03),
  ips_engagement_months = blank(format(round(rexp(n, .25), 1), trim = TRUE, nsmall = 1), .03), deprivation_quintile = blank(as.character(sample(1:5, n, TRUE)), .05))
spells <- do.call(rbind, lapply(1:n, function(i) {
  k <- rpois(1, 1.4); if (k == 0) return(NULL)
  start <- as.Date(clients$enrolment_date[i]) + sample(-250:560, k, TRUE)
  length <- pmax(1, round(rexp(k, 1 / 120))); own <- runif(k) < .15
  data.frame(client_id = clients$client_id[i], employer_id = ifelse(own, "", paste0("e", sample(1:3, k, TRUE))), start_date = format(start),
    end_date = ifelse(runif(k) < .2, "", format(start + length - 1)), source = ifelse(own, "self-employment", "paye")) }))
# Some spells written once more as two parts that touch, and some followed by another after a day's gap
again <- spells[spells$end_date != "" & runif(nrow(spells)) < .15, ]
touching <- transform(again, start_date = format(as.Date(end_date) + 1), end_date = format(as.Date(end_date) + 40))
gap <- spells[spells$end_date != "" & runif(nrow(spells)) < .15, ]
gap <- transform(gap, start_date = format(as.Date(end_date) + 2), end_date = format(as.Date(end_date) + 30))
spells <- rbind(spells, touching, gap)

awkward <- 0
case <- function(enrolment, ...) {
  awkward <<- awkward + 1; id <- sprintf("x%03d", awkward); rows <- list(...)
  clients <<- rbind(clients, data.frame(client_id = id, team = "North", enrolment_date = enrolment, sex = "female", age_at_enrolment = "24", substance_group = "Alcohol only",
    treatment_status = "in treatment", months_in_treatment = "3.0", ips_engagement_months = "2.0", deprivation_quintile = "1"))
  for (r in rows) spells <<- rbind(spells, data.frame(client_id = id, employer_id = r[1], start_date = r[2], end_date = r[3], source = if (r[1] == "") "self-employment" else "paye"))
}
case("2020-08-31", c("e1", "2022-02-27", ""))                                             # 18 months end on 28 February 2022
case("2020-08-31", c("e1", "2022-02-28", ""))                                             # the day after the last one
case("2022-08-31", c("e1", "2024-02-28", "2024-03-10"))                                   # 18 months end on 29 February 2024
case("2020-02-29", c("e1", "2020-02-28", "2020-03-01"), c("e2", "2021-02-28", "2021-03-01")) # leap day, and 12 months from it
case("2022-01-01", c("e1", "2021-06-01", "2022-01-31"), c("e1", "2022-02-01", ""))        # one job over enrolment, in two parts
case("2022-01-01", c("e1", "2021-06-01", "2022-01-31"), c("e1", "2022-02-02", "2022-02-03")) # a day's gap: a start
case("2022-01-01", c("e1", "2022-03-01", "2022-03-01"))                                   # one day
case("2022-01-01", c("e1", "2022-02-01", "2022-05-01"))                                   # 90 days
case("2022-01-01", c("e1", "2022-02-01", "2022-05-02"))                                   # 91 days
case("2022-01-01", c("", "2022-02-01", "2022-03-01"), c("", "2022-02-15", "2022-04-05"))  # self-employment is one employer
case("2022-01-01", c("e1", "2021-01-01", "2021-12-31"))                                   # ended the day before
case("2022-01-01", c("e1", "2022-01-01", "2022-01-01"))                                   # on the day itself
case("2022-01-01")                                                                        # no spells
case("2024-02-29", c("e1", "2024-11-30", ""))                                             # linkage after 9 months: the last day
case("2024-02-29", c("e1", "2024-12-01", ""))                                             # the day of linkage itself
case("2019-09-30"); case("2024-03-01"); case("2023-06-01"); case("2023-06-02")            # edges of inclusion and of complete follow-up
spells <- spells[sample(nrow(spells)), ]; clients <- clients[sample(nrow(clients)), ]

paid <- do.call(rbind, lapply(seq_len(nrow(clients)), function(i) {
  k <- rpois(1, 2); if (k == 0) return(NULL)
  data.frame(client_id = clients$client_id[i], payment_date = format(as.Date(clients$enrolment_date[i]) + sample(-100:650, k, TRUE)),
    income_tax = round(rexp(k, 1 / 200), 2) - ifelse(runif(k) < .05, 300, 0), employee_ni = round(rexp(k, 1 / 90), 2), employer_ni = round(rexp(k, 1 / 120), 2)) }))
money <- function(x) sprintf("%.2f", x)
write.csv(clients, "clients.csv", row.names = FALSE, quote = FALSE)
write.csv(spells, "employment.csv", row.names = FALSE, quote = FALSE)
write.csv(transform(paid, income_tax = money(income_tax), employee_ni = money(employee_ni), employer_ni = money(employer_ni)), "contributions.csv", row.names = FALSE, quote = FALSE)

# Each client, day by day ---------------------------------------------------------------------------------
outcome <- function(i) {
  e <- as.Date(clients$enrolment_date[i]); longest <- add_months(e, 18)
  reason <- if (e < first_enrolment) "enrolled-too-early" else if (e > last_enrolment) "enrolled-too-late" else if (add_months(e, 9) > linkage) "too-few-months" else ""
  end <- min(longest, linkage); days <- as.integer(end - e)
  own <- spells[spells$client_id == clients$client_id[i], ]
  # one row an employer, one column a day from well before enrolment to the last day of follow-up
  before <- 2000; jobs <- integer(0); first <- integer(0); any_day <- rep(FALSE, max(days, 0))
  for (employer in unique(own$employer_id)) {
    works <- rep(FALSE, before + days)
    for (j in which(own$employer_id == employer)) {
      from <- as.integer(as.Date(own$start_date[j]) - e); to <- if (own$end_date[j] == "") days - 1 else as.integer(as.Date(own$end_date[j]) - e)
      span <- seq_len(before + days) - 1 - before; works[span >= from & span <= to] <- TRUE
    }
    r <- rle(works); ends <- cumsum(r$lengths); starts <- ends - r$lengths + 1
    for (j in which(r$values)) {
      a <- starts[j] - 1 - before; b <- ends[j] - 1 - before
      if (b < 0) next
      jobs <- c(jobs, b - max(a, 0) + 1); if (a >= 0) first <- c(first, a)
    }
    any_day <- any_day | works[before + seq_len(days)]
  }
  month_of <- function(d) { k <- 1; while (add_months(e, k) <= e + d) k <- k + 1; k }
  p <- paid[paid$client_id == clients$client_id[i] & as.Date(paid$payment_date) >= e & as.Date(paid$payment_date) < end, ]
  pence <- function(x) round(sum(round(100 * x)))
  list(clientId = clients$client_id[i], excluded = reason, followUpDays = days, followUpMonths = month_of(days - 1), isFollowUpComplete = longest <= linkage, worked = length(jobs) > 0,
    startedJob = length(first) > 0, daysToFirstJob = if (length(first)) min(first) else NA, firstJobMonth = if (length(first)) month_of(min(first)) else NA, daysEmployed = sum(any_day),
    longestJobDays = if (length(jobs)) max(jobs) else 0, sustained13Weeks = any(jobs >= 91), jobs = length(jobs),
    incomeTaxPence = pence(p$income_tax), nationalInsurancePence = pence(p$employee_ni) + pence(p$employer_ni))
}
each <- lapply(seq_len(nrow(clients)), outcome)
all <- do.call(rbind, lapply(each, as.data.frame)); all <- cbind(clients, all)
excluded <- as.list(table(factor(all$excluded[all$excluded != ""], c("enrolled-too-early", "enrolled-too-late", "too-few-months"))))
d <- all[all$excluded == "", ]

# Groups ----------------------------------------------------------------------------------------------------
num <- function(x) suppressWarnings(as.numeric(x)); group <- function(x) ifelse(is.na(x) | x == "", "Not known", x)
age <- num(d$age_at_enrolment); stay <- num(d$months_in_treatment); engaged <- num(d$ips_engagement_months); q <- num(d$deprivation_quintile)
groups <- list(substance = group(d$substance_group), sex = group(c(male = "Men", female = "Women")[d$sex]), age = group(ifelse(age <= 24, "24 years and under", "25 years and over")),
  `age-bands` = group(as.character(cut(age, c(-Inf, 15, 29, 49, Inf), c("Under 16", "16 to 29", "30 to 49", "50 and over")))),
  `treatment-status` = group(c(`in treatment` = "In treatment", `successfully completed` = "Successfully completed treatment", `unplanned exit` = "Unplanned exit")[d$treatment_status]),
  `time-in-treatment` = group(as.character(cut(stay, c(-Inf, 3, 6, 12, Inf), c("Up to 3 months", "Up to 6 months", "Up to 12 months", "More than 12 months")))),
  engagement = group(ifelse(engaged < 2, "Less than 2 months", "More than 2 months")),
  deprivation = group(c("1 (most deprived)", "2", "3", "4", "5 (least deprived)")[q]), site = group(d$team))
measures <- list(worked = list(base = rep(TRUE, nrow(d)), value = d$worked, share = TRUE), `started-job` = list(base = rep(TRUE, nrow(d)), value = d$startedJob, share = TRUE),
  `days-to-first-job` = list(base = d$startedJob, value = d$daysToFirstJob), `days-employed` = list(base = d$worked, value = d$daysEmployed), `longest-job` = list(base = d$worked, value = d$longestJobDays),
  `sustained-13-weeks` = list(base = d$worked, value = d$sustained13Weeks, share = TRUE), jobs = list(base = d$worked, value = d$jobs), `income-tax` = list(base = d$worked, value = d$incomeTaxPence / 100),
  `national-insurance` = list(base = d$worked, value = d$nationalInsurancePence / 100), contributions = list(base = d$worked, value = (d$incomeTaxPence + d$nationalInsurancePence) / 100))

figure <- function(x, share) {
  k <- length(x); if (k == 0) return(list(denominator = 0, numerator = 0, value = NA, lower = NA, upper = NA))
  if (share) { ci <- prop.test(sum(x), k, correct = FALSE)$conf.int; return(list(denominator = k, numerator = sum(x), value = mean(x), lower = ci[1], upper = ci[2])) }
  ci <- if (k > 1 && sd(x) > 0) t.test(x)$conf.int else c(NA, NA)
  list(denominator = k, numerator = sum(x), value = mean(x), standardDeviation = if (k > 1) sd(x) else NA, lower = ci[1], upper = ci[2])
}
wilson <- function(x, n) { z <- qnorm(.975); p <- x / n; m <- (p + z^2 / (2 * n)) / (1 + z^2 / n); h <- z / (1 + z^2 / n) * sqrt(p * (1 - p) / n + z^2 / (4 * n^2)); c(m - h, m + h) }
test <- function(a, b, share) {
  if (length(a) == 0 || length(b) == 0) return(NULL)
  if (share) {
    both <- c(sum(a), sum(b)); of <- c(length(a), length(b)); if (sum(both) == 0 || sum(both) == sum(of)) return(NULL)
    p <- prop.test(both, of, correct = FALSE)$p.value; w1 <- wilson(both[1], of[1]); w2 <- wilson(both[2], of[2]); p1 <- mean(a); p2 <- mean(b)
    pool <- sum(both) / sum(of); z <- (p1 - p2) / sqrt(pool * (1 - pool) * sum(1 / of))
    return(list(difference = p1 - p2, lower = p1 - p2 - sqrt((p1 - w1[1])^2 + (w2[2] - p2)^2), upper = p1 - p2 + sqrt((w1[2] - p1)^2 + (p2 - w2[1])^2), statistic = z, p = p))
  }
  if (length(a) < 2 || length(b) < 2 || (sd(a) == 0 && sd(b) == 0)) return(NULL)
  t <- t.test(a, b); list(difference = mean(a) - mean(b), lower = t$conf.int[1], upper = t$conf.int[2], statistic = unname(t$statistic), df = unname(t$parameter), p = t$p.value)
}
adjust <- function(rows, mirrored) { p <- unlist(lapply(rows, `[[`, "p")); a <- if (mirrored) p else p.adjust(p, "holm"); Map(function(r, x) c(r, list(adjustedP = x)), rows, a) }
tables <- function(keep) {
  out <- list()
  for (m in names(measures)) for (b in names(groups)) {
    ms <- measures[[m]]; share <- isTRUE(ms$share); use <- keep & ms$base; names_of <- sort(unique(groups[[b]][keep]))
    values <- function(g) ms$value[use & groups[[b]] %in% g]
    rows <- lapply(names_of, function(g) c(list(group = g, clients = sum(keep & groups[[b]] == g)), figure(values(g), share)))
    known <- names_of[names_of != "Not known" & sapply(names_of, function(g) length(values(g)) > 0)]
    rest <- list(); pairs <- list()
    if (b != "site") {
      for (g in known) { t <- test(values(g), values(setdiff(known, g)), share); if (!is.null(t)) rest <- c(rest, list(c(list(group = g), t))) }
      if (length(known) > 1) for (i in 1:(length(known) - 1)) for (j in (i + 1):length(known)) { t <- test(values(known[i]), values(known[j]), share); if (!is.null(t)) pairs <- c(pairs, list(c(list(group = known[i], other = known[j]), t))) }
    }
    out <- c(out, list(list(outcome = m, breakdown = b, total = figure(ms$value[use], share), rows = rows, rest = if (length(rest)) adjust(rest, length(known) == 2) else list(), pairs = if (length(pairs)) adjust(pairs, FALSE) else list())))
  }
  out
}
description <- lapply(names(groups), function(b) list(breakdown = b, counts = as.list(table(groups[[b]]))))

# First jobs -------------------------------------------------------------------------------------------------
time <- ifelse(d$startedJob, d$daysToFirstJob, d$followUpDays); event <- d$startedJob
km <- survfit(Surv(time, event) ~ 1); fin <- is.finite(km$lower) & km$surv > 0; med <- summary(km)$table
starts <- as.vector(table(factor(d$firstJobMonth[d$startedJob], 1:18))); left <- ifelse(d$startedJob, d$firstJobMonth, d$followUpMonths)
risk <- sapply(1:18, function(k) sum(left >= k))
ll <- sapply(2:17, function(cut) { h1 <- sum(starts[1:cut]) / sum(risk[1:cut]); h2 <- sum(starts[(cut + 1):18]) / sum(risk[(cut + 1):18])
  sum(dbinom(starts[1:cut], risk[1:cut], h1, log = TRUE)) + sum(dbinom(starts[(cut + 1):18], risk[(cut + 1):18], h2, log = TRUE)) })
near <- (2:17)[ll >= max(ll) - 1.92]
# By group in follow-up months; who is followed for less than a month is in no curve and no test.
ranked <- function(b) {
  g <- groups[[b]]; in_month <- left > 0; k <- in_month & g != "Not known"; s <- survdiff(Surv(left[k], event[k]) ~ g[k])
  curve <- function(name) { own <- g == name; m <- in_month & own; at <- summary(survfit(Surv(left[m], event[m]) ~ 1), times = 1:18, extend = TRUE)
    list(group = name, clients = sum(own), started = as.vector(table(factor(d$firstJobMonth[own & event], 1:18))), survival = at$surv) }
  list(breakdown = b, groups = lapply(sort(unique(g)), curve), chiSquared = s$chisq, df = length(s$n) - 1, p = pchisq(s$chisq, length(s$n) - 1, lower.tail = FALSE))
}

save <- function(x, f) write_json(x, f, auto_unbox = TRUE, digits = NA, na = "null", null = "null", pretty = FALSE)
save(list(note = "written by make-outcomes.R", linkageDate = format(linkage), clients = each, excluded = excluded, included = nrow(d),
  followUp = list(full = list(clients = nrow(d), meanDays = mean(d$followUpDays)), complete = list(clients = sum(d$isFollowUpComplete), meanDays = mean(d$followUpDays[d$isFollowUpComplete])),
    incomplete = list(clients = sum(!d$isFollowUpComplete), meanDays = mean(d$followUpDays[!d$isFollowUpComplete]))),
  description = description, full = tables(rep(TRUE, nrow(d))), complete = tables(d$isFollowUpComplete),
  firstJobs = list(started = sum(starts), byMonth = starts), atRisk = risk,
  curve = list(time = km$time, atRisk = km$n.risk, survival = km$surv, lower = ifelse(fin, km$lower, NA), upper = ifelse(fin, km$upper, NA), median = unname(med["median"])),
  firstJobsByGroup = lapply(setdiff(names(groups), "site"), ranked), slowDown = list(month = (2:17)[which.max(ll)], lower = min(near), upper = max(near), logLikelihood = ll)), "outcomes.expected.json")
cat(nrow(clients), "clients,", nrow(spells), "spells,", nrow(paid), "payments\n")
