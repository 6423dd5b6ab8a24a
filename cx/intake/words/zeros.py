"""Words behind a number that stand for zeros: ``2,5 mln``, ``12k``, ``3 Mio.``, ``1.2万``."""

ZEROS = {
    word: zeros
    for zeros, words in {
        3: "k thousand thousands duizend tsd tausend mille tys tysiące тыс тысяч тысячи 千 천",
        4: "万 萬 만",
        5: "lakh lakhs",
        6: "mln mio million millions millionen miljoen millón millones milhão milhões milioni milyon млн"
        " миллион миллиона миллионов mn",
        7: "crore crores",
        8: "亿 億 억",
        9: "mrd mld bn miljard milliarde milliarden milliard milliards miliardi billion billions млрд",
    }.items()
    for word in words.split()
}
"""How many zeros a word stands for; ``billion`` as in English: others have ``mrd`` and ``miljard``."""
