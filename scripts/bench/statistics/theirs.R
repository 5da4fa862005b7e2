# R's side of the statistics benchmark: reads a design from a folder, says "ready", and then answers one line for each
# line asked: "time n" with the mean seconds of n runs, "answers" with numbers, "memory" with its peak in MB.
# Reading files is not timed. Seconds are those of the processor, which other work on the machine hardly touches.
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
work <- arguments[2]

require_package <- function(name) {
  if (!requireNamespace(name, quietly = TRUE)) {
    cat("R's package", name, "is not installed\n")
    quit(save = "no")
  }
}

size <- scan(file.path(folder, "size.txt"), quiet = TRUE)
numbers <- function(file, count) readBin(file.path(folder, file), "double", count)
x <- matrix(numbers("columns.bin", size[1] * size[2]), size[1])
y <- numbers("outcome.bin", size[1])
team <- factor(numbers("teams.bin", size[1]))
weights <- matrix(numbers("weights.bin", size[1] * size[3]), size[1])

with_errors <- function(fit) c(fit$coefficients, sqrt(diag(chol2inv(fit$qr$qr))))
# Timed as it comes; for the answers, iterated until nothing moves.
to_the_end <- list(epsilon = 1e-14, maxit = 100)

glm_fit <- function() {
  run <- function(...) glm.fit(x, y, family = binomial(), ...)
  # From the answer, since the errors are those of the step before the last.
  answers <- function(last) with_errors(run(start = last$coefficients, control = to_the_end))
  list(run = run, answers = answers)
}

profile_intervals <- function() {
  model <- glm(y ~ x[, -1], family = binomial())
  list(run = function() suppressMessages(confint(model)), answers = function(last) c(last))
}

firth <- function() {
  require_package("brglm2")
  run <- function(...) {
    control <- brglm2::brglmControl(type = "AS_mean", ...)
    brglm2::brglmFit(x, y, family = binomial(), control = control)
  }
  list(run = run, answers = function(last) with_errors(run(epsilon = 1e-12, maxit = 500)))
}

mixed <- function(points) {
  require_package("lme4")
  run <- function() {
    suppressMessages(suppressWarnings(
      lme4::glmer(y ~ x[, -1] + (1 | team), family = binomial(), nAGQ = points)
    ))
  }
  answers <- function(last) {
    c(lme4::fixef(last), sqrt(diag(as.matrix(vcov(last)))), lme4::getME(last, "theta"))
  }
  list(run = run, answers = answers)
}

bootstrap <- function() {
  run <- function() {
    start <- glm.fit(x, y, family = binomial())$coefficients
    apply(weights, 2, function(drawn) {
      glm.fit(x, y, weights = drawn, family = binomial(), start = start)$coefficients
    })
  }
  list(run = run, answers = function(last) c(last))
}

task <- switch(work,
  "glm.fit" = glm_fit(),
  "confint" = profile_intervals(),
  "brglmFit" = firth(),
  "glmer, Laplace" = mixed(1),
  "glmer, 15 points" = mixed(15),
  "glm.fit, 1,000 times" = bootstrap()
)

peak <- function() {
  status <- "/proc/self/status"
  if (!file.exists(status)) return(NA)
  line <- grep("^VmHWM", readLines(status), value = TRUE)
  as.numeric(gsub("[^0-9]", "", line)) / 1024
}

cat("ready\n")
last <- NULL
asked <- file("stdin", "r")
while (length(line <- readLines(asked, 1)) > 0) {
  words <- strsplit(line, " ")[[1]]
  if (words[1] == "time") {
    runs <- as.integer(words[2])
    before <- proc.time()
    for (i in seq_len(runs)) last <- task$run()
    used <- proc.time() - before
    cat((used[["user.self"]] + used[["sys.self"]]) / runs, "\n")
  }
  if (words[1] == "answers") cat(format(task$answers(last), digits = 17), "\n")
  if (words[1] == "memory") cat(peak(), "\n")
}
