# Expected clusters that wellbeing.expected.json does not hold.
#
#   apt-get install -y r-base-core r-cran-jsonlite r-cran-cluster
#   Rscript make-clusters.R        (run inside this folder; same output every time)
#
# Expected values come from R's kmeans (best of many starts), hclust and cluster::silhouette. All data are synthetic.
suppressMessages({ library(jsonlite); library(cluster) })
RNGkind("Mersenne-Twister", "Inversion", "Rejection"); set.seed(8)
save_json <- function(x, f) write_json(x, f, auto_unbox = TRUE, digits = NA, pretty = TRUE, null = "null", na = "null")
wb <- read.csv("wellbeing.csv"); dims <- c("psychological", "physical", "quality_of_life")
z <- scale(sapply(dims, function(v) wb[[paste0(v, "_after")]] - wb[[paste0(v, "_before")]]))
k3 <- kmeans(z, 3, nstart = 500, iter.max = 200); order3 <- order(rowMeans(k3$centers))
sil <- silhouette(match(k3$cluster, order3), dist(z))
centre <- unname(k3$centers[order3, ])

# forty rows of whole numbers in two columns, so that distances tie
m <- cbind(sample(0:6, 40, TRUE), sample(0:9, 40, TRUE)); m <- m[!duplicated(m), ]
plain <- hclust(dist(m), "ward.D2"); k4 <- kmeans(m, 4, nstart = 1000, iter.max = 200)
cut4 <- cutree(plain, 4); sil4 <- silhouette(cut4, dist(m))
# R may break ties between equal distances another way, so only what does not depend on that is compared: see the test
rows <- function(m) lapply(seq_len(nrow(m)), function(i) I(m[i, ]))
save_json(list(note = "written by make-clusters.R", wellbeing = list(centres = rows(centre), sizes = k3$size[order3], withinSS = k3$withinss[order3], silhouette = mean(sil[, 3]), silhouetteByCluster = as.vector(tapply(sil[, 3], sil[, 1], mean)),
    wardHeights = hclust(dist(z), "ward.D2")$height),
  grid = list(rows = rows(m), totalWithinSS = k4$tot.withinss, cut = cut4 - 1, silhouette = mean(sil4[, 3]), widths = unname(sil4[, 3]), totalHeightSquared = sum(plain$height^2))), "clusters.expected.json")
cat("written", nrow(m), "\n")
