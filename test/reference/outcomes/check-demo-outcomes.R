# Works out every outcome of the demo's linked cohort a second time, from the three files alone, and says how far the
# product's answers lie from it.
#
#   apt-get install -y r-base-core
#   Rscript check-demo-outcomes.R <folder>
#
# The folder holds clients.csv, employment.csv and contributions.csv in the standard layout, and the product's answers:
# product-clients.csv (each client's outcomes) and product-tables.csv (n, sum and value of each group). Each employer's
# days are marked one by one from the day before enrolment; nothing here knows how the product finds runs.
options(stringsAsFactors = FALSE)
folder <- commandArgs(TRUE)[1]; linkage <- as.Date("2024-12-01")
read <- function(name) read.csv(file.path(folder, name), colClasses = "character", na.strings = character(0), check.names = FALSE)
clients <- read("clients.csv"); spells <- read("employment.csv"); paid <- read("contributions.csv")
theirs <- read("product-clients.csv"); tables <- read("product-tables.csv")

add_months <- function(day, months) {
  p <- as.POSIXlt(day); total <- p$year * 12 + p$mon + months
  first <- function(t) as.Date(sprintf("%04d-%02d-01", as.integer(1900 + t %/% 12), as.integer(1 + t %% 12)))
  first(total) + pmin(p$mday, as.integer(first(total + 1) - first(total))) - 1
}
enrolled <- as.Date(clients$enrolment_date); longest <- add_months(enrolled, 18); end <- pmin(longest, linkage)
days <- as.integer(end - enrolled); n <- nrow(clients)
stopifnot(all(add_months(enrolled, 9) <= linkage), all(enrolled >= as.Date("2019-10-01")), all(enrolled <= as.Date("2024-02-29")))
months_passed <- function(d) { k <- rep(0L, n); for (m in 1:18) k <- k + (add_months(enrolled, m) <= enrolled + d); k }

owner <- match(spells$client_id, clients$client_id)
from <- as.integer(as.Date(spells$start_date) - enrolled[owner])
to <- ifelse(spells$end_date == "", days[owner] - 1L, as.integer(as.Date(ifelse(spells$end_date == "", "2024-11-30", spells$end_date)) - enrolled[owner]))
employed <- longest_job <- jobs <- integer(n); first <- rep(NA_integer_, n)
for (rows in split(seq_along(owner), owner)) {
  i <- owner[rows[1]]; any_day <- logical(days[i]); starts <- integer(0)
  for (own in split(rows, spells$employer_id[rows])) {
    works <- logical(days[i] + 1)                       # the day before enrolment, then follow-up
    for (j in own) { a <- max(from[j], -1L); b <- min(to[j], days[i] - 1L); if (a <= b) works[(a:b) + 2] <- TRUE }
    inside <- works[-1]; starts <- c(starts, which(inside & !works[-length(works)]) - 1L)
    r <- rle(inside); held <- r$lengths[r$values]
    jobs[i] <- jobs[i] + length(held); longest_job[i] <- max(longest_job[i], held); any_day <- any_day | inside
  }
  employed[i] <- sum(any_day); if (length(starts)) first[i] <- min(starts)
}
payer <- match(paid$client_id, clients$client_id); day <- as.Date(paid$payment_date)
counts <- day >= enrolled[payer] & day < end[payer]; pence <- function(x) round(100 * as.numeric(x))
total <- function(x) { s <- numeric(n); t <- rowsum(x[counts], payer[counts]); s[as.integer(rownames(t))] <- t; s }
text <- function(x) ifelse(is.na(x), "", format(x, trim = TRUE, scientific = FALSE)); yes <- function(x) ifelse(x, "1", "0")
ours <- data.frame(followUpDays = text(days), isFollowUpComplete = yes(longest <= linkage), worked = yes(jobs > 0), startedJob = yes(!is.na(first)),
  daysToFirstJob = text(first), firstJobMonth = text(ifelse(is.na(first), NA, months_passed(ifelse(is.na(first), 0, first)) + 1L)),
  followUpMonths = text(pmin(18L, months_passed(days - 1L) + 1L)), daysEmployed = text(employed), longestJobDays = text(longest_job), sustained13Weeks = yes(longest_job >= 91),
  jobs = text(jobs), incomeTaxPence = text(total(pence(paid$income_tax))), nationalInsurancePence = text(total(pence(paid$employee_ni) + pence(paid$employer_ni))))
theirs <- theirs[match(clients$client_id, theirs$client_id), ]
differing <- sum(sapply(names(ours), function(name) sum(ours[[name]] != theirs[[name]])))

# Every table of the report ---------------------------------------------------------------------------------
num <- as.numeric
group <- list(substance = clients$substance_group, sex = ifelse(clients$sex == "male", "Men", "Women"),
  age = ifelse(num(clients$age_at_enrolment) <= 24, "24 years and under", "25 years and over"),
  "age-bands" = as.character(cut(num(clients$age_at_enrolment), c(0, 29, 49, 200), c("16 to 29", "30 to 49", "50 and over"))),
  "treatment-status" = c("in treatment" = "In treatment", "successfully completed" = "Successfully completed treatment", "unplanned exit" = "Unplanned exit")[clients$treatment_status],
  "time-in-treatment" = as.character(cut(num(clients$months_in_treatment), c(-1, 3, 6, 12, 1e4), c("Up to 3 months", "Up to 6 months", "Up to 12 months", "More than 12 months"))),
  engagement = ifelse(num(clients$ips_engagement_months) < 2, "Less than 2 months", "More than 2 months"),
  deprivation = c("1 (most deprived)", "2", "3", "4", "5 (least deprived)")[num(clients$deprivation_quintile)], site = clients$team)
worked <- jobs > 0; tax <- num(ours$incomeTaxPence) / 100; insurance <- num(ours$nationalInsurancePence) / 100
only <- function(x, base) ifelse(base, x, NA)
outcome <- list(worked = num(worked), "started-job" = num(!is.na(first)), "days-to-first-job" = first, "days-employed" = only(employed, worked),
  "longest-job" = only(longest_job, worked), "sustained-13-weeks" = only(num(longest_job >= 91), worked), jobs = only(jobs, worked),
  "income-tax" = only(tax, worked), "national-insurance" = only(insurance, worked), contributions = only(tax + insurance, worked))
miscounted <- 0; worst <- 0
for (i in seq_len(nrow(tables))) {
  row <- tables[i, ]; values <- outcome[[row$outcome]]; members <- !is.na(values)
  if (row$follow_up == "complete") members <- members & longest <= linkage
  if (row$group != "") members <- members & group[[row$breakdown]] == row$group
  if (sum(members) != num(row$n)) miscounted <- miscounted + 1
  if (sum(members) > 0) worst <- max(worst, abs(mean(values[members]) - num(row$value)))
}
cat(sprintf("clients %d, values %d, differing %d, figures %d, miscounted %d, farthest mean %.1e\n", n, n * ncol(ours), differing, nrow(tables), miscounted, worst))
