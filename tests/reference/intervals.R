# Intervals of one touchpoint's scores: base R 4.2.
# Rscript intervals.R > intervals.out
options(digits = 7)
x <- rep(1:5, c(4, 6, 20, 45, 25))
print(c(mean(x), sd(x), t.test(x)$conf.int))
wilson <- function(hits, n) print(prop.test(hits, n, correct = FALSE)$conf.int[1:2])
wilson(81, 263); wilson(0, 20); wilson(70, 100)
nps <- function(up, middle, down) {
  n <- up + middle + down + 3; p <- (up + .75) / n; d <- (down + .75) / n
  se <- sqrt((p + d - (p - d)^2) / n)
  print(100 * c((up - down) / (n - 3), pmax(-1, p - d - qnorm(.975) * se), pmin(1, p - d + qnorm(.975) * se)))
}
nps(50, 30, 20); nps(20, 0, 0); nps(400, 350, 250)
