# Johnson's relative weights on R's built-in data: rwa, base R 4.2.
# Rscript rwa.R > rwa.out
library(rwa)
options(digits = 12)
weights <- function(data, outcome, drivers) print(rwa(data, outcome, drivers)$result$Raw.RelWeight)

weights(mtcars, "mpg", c("cyl", "disp", "hp", "gear"))
weights(mtcars, "mpg", c("cyl", "disp", "hp", "wt"))
weights(swiss, "Fertility", c("Agriculture", "Examination", "Education", "Catholic", "Infant.Mortality"))
