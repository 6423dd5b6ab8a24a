# Shapley (LMG) shares of R2 on R's built-in data: relaimpo 2.2-7, base R 4.2.
# Rscript relaimpo.R > relaimpo.out
library(relaimpo)
options(digits = 13)
lmg <- function(model) { m <- calc.relimp(model, type = "lmg"); print(m@lmg); print(m@R2) }

lmg(lm(Fertility ~ Agriculture + Examination + Education + Catholic + Infant.Mortality, data = swiss))
w <- 1 + (seq_len(nrow(swiss)) %% 3)
lmg(lm(Fertility ~ Agriculture + Examination + Education + Catholic + Infant.Mortality, data = swiss, weights = w))
lmg(lm(mpg ~ cyl + disp + hp + gear, data = mtcars))
lmg(lm(mpg ~ am + vs + cyl, data = mtcars))

r <- diag(5)
r[upper.tri(r)] <- c(.6, .3, .8, .4, .1, .1, .5, .3, .1, .5)   # outcome first
r[lower.tri(r)] <- t(r)[lower.tri(r)]
lmg(r)
two <- matrix(c(1, .6, .4, .6, 1, .5, .4, .5, 1), 3)            # outcome first
lmg(two)
