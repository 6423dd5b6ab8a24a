"""The papers and books that the formulas come from; they are called the same in every language."""

MARTILLA = (
    "Martilla, J. A. & James, J. C. (1977). Importance-performance analysis. Journal of Marketing 41(1)."
)
CEX = "Van Dongen Crombags, M. & Wietzes, J. CEX sells. VODW."
BACON = (
    "Bacon, D. R. (2003). A comparison of approaches to importance-performance analysis. International"
    " Journal of Market Research 45(1)."
)
STUDENT = "Student (1908). The probable error of a mean. Biometrika 6(1)."
WILSON = (
    "Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. Journal of"
    " the American Statistical Association 22."
)
NEWCOMBE = (
    "Newcombe, R. G. (1998). Interval estimation for the difference between independent proportions."
    " Statistics in Medicine 17(8)."
)
BONETT = (
    "Bonett, D. G. & Price, R. M. (2012). Adjusted Wald confidence interval for a difference of binomial"
    " proportions based on paired data. Journal of Educational and Behavioral Statistics 37(4)."
)
KISH = "Kish, L. (1965). Survey Sampling. Wiley."
LINDEMAN = (
    "Lindeman, R. H., Merenda, P. F. & Gold, R. Z. (1980). Introduction to Bivariate and Multivariate"
    " Analysis. Grömping, U. (2006). Relative importance for linear regression in R. Journal of Statistical"
    " Software 17(1)."
)
JOHNSON = (
    "Johnson, J. W. (2000). A heuristic method for estimating the relative weight of predictor variables in"
    " multiple regression. Multivariate Behavioral Research 35(1)."
)
EZEKIEL = "Ezekiel, M. (1930). Methods of Correlation Analysis. Wiley."
MARQUARDT = (
    "Marquardt, D. W. (1970). Generalized inverses, ridge regression, biased linear estimation, and nonlinear"
    " estimation. Technometrics 12(3)."
)
BRANDT = (
    "Brandt, D. R. (1987). A procedure for identifying value-enhancing service components using customer"
    " satisfaction survey data. Mikulić, J. & Prebežac, D. (2008). Prioritizing improvement of service"
    " attributes using impact range-performance analysis and impact-asymmetry analysis. Managing Service"
    " Quality 18(6)."
)
EFRON = "Efron, B. & Tibshirani, R. J. (1993). An Introduction to the Bootstrap. Chapman & Hall."
KOTT = "Kott, P. S. (2001). The delete-a-group jackknife. Journal of Official Statistics 17(4)."
DANTZIG = "Dantzig, G. B. (1957). Discrete-variable extremum problems. Operations Research 5(2)."
NEMHAUSER = (
    "Nemhauser, G. L. & Ullmann, Z. (1969). Discrete dynamic programming and capital allocation. Management"
    " Science 15(9)."
)
SPEARMAN = (
    "Spearman, C. (1904). The proof and measurement of association between two things. American Journal of"
    " Psychology 15(1)."
)
WELCH = (
    'Welch, B. L. (1947). The generalization of "Student\'s" problem when several different population'
    " variances are involved. Biometrika 34."
)
BINDER = (
    "Binder, D. A. (1983). On the variances of asymptotically normal estimators from complex surveys."
    " International Statistical Review 51(3)."
)
SATTERTHWAITE = (
    "Satterthwaite, F. E. (1946). An approximate distribution of estimates of variance components. Biometrics"
    " Bulletin 2(6)."
)
HOLM = (
    "Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal of"
    " Statistics 6(2)."
)
WELCH_SEVERAL = (
    "Welch, B. L. (1951). On the comparison of several mean values: an alternative approach. Biometrika 38."
)
DERSIMONIAN = (
    "DerSimonian, R. & Laird, N. (1986). Meta-analysis in clinical trials. Controlled Clinical Trials 7(3)."
)
HYNDMAN = (
    "Hyndman, R. J. & Fan, Y. (1996). Sample quantiles in statistical packages. American Statistician 50(4)."
)
MOGSTAD = (
    "Mogstad, M., Romano, J. P., Shaikh, A. M. & Wilhelm, D. (2023). Inference for ranks with applications to"
    " mobility across neighborhoods and academic achievement across countries. Review of Economic Studies."
    " Romano, J. P. & Wolf, M. (2005). Exact and approximate stepdown methods for multiple hypothesis"
    " testing. Journal of the American Statistical Association 100(469)."
)
CINELLI = (
    "Cinelli, C. & Hazlett, C. (2020). Making sense of sensitivity: extending omitted variable bias. Journal"
    " of the Royal Statistical Society B 82(1)."
)
CASTRO = (
    "Castro, J., Gómez, D. & Tejada, J. (2009). Polynomial calculation of the Shapley value based on"
    " sampling. Computers & Operations Research 36(5). Mitchell, R., Cooper, J., Frank, E. & Holmes, G."
    " (2022). Sampling permutations for Shapley value estimation. Journal of Machine Learning Research 23."
)
FELDMAN = "Feldman, B. (2005). Relative importance and value. SSRN 2255827."
HARMAN = "Harman, H. H. (1976). Modern Factor Analysis. University of Chicago Press."
PEDUZZI = (
    "Peduzzi, P., Concato, J., Kemper, E., Holford, T. R. & Feinstein, A. R. (1996). A simulation study of"
    " the number of events per variable in logistic regression analysis. Journal of Clinical Epidemiology"
    " 49(12)."
)
MORRIS = (
    "Efron, B. & Morris, C. (1975). Data analysis using Stein's estimator and its generalizations. Journal of"
    " the American Statistical Association 70(350). Gelman, A. (2006). Prior distributions for variance"
    " parameters in hierarchical models. Bayesian Analysis 1(3)."
)
PARASURAMAN_1985 = (
    "Parasuraman, A., Zeithaml, V. A. & Berry, L. L. (1985). A conceptual model of service quality and its"
    " implications for future research. Journal of Marketing 49(4)."
)
PARASURAMAN_1988 = (
    "Parasuraman, A., Zeithaml, V. A. & Berry, L. L. (1988). SERVQUAL: a multiple-item scale for measuring"
    " consumer perceptions of service quality. Journal of Retailing 64(1)."
)
KENDALL = "Kendall, M. G. (1945). The treatment of ties in ranking problems. Biometrika 33(3)."
GARTNER = "Gartner (2018). Create Powerful Customer Experiences: the CX pyramid."
CARLZON = "Carlzon, J. (1987). Moments of Truth. Ballinger."
COCHRAN = "Cochran, W. G. (1954). The combination of estimates from different experiments. Biometrics 10(1)."
RAIFFA = "Raiffa, H. & Schlaifer, R. (1961). Applied Statistical Decision Theory. Harvard University."
MACKINNON = "MacKinnon, J. G. & White, H. (1985). Journal of Econometrics 29(3), 305–325."
