"""Answers that climb in words of their own, in further languages.

A ladder ends with a semicolon; its steps, from bad to good, have a sign between them, and a bar stands
between what means the same. Of two ladders that both have all answers the first one counts.
"""

from __future__ import annotations

from collections.abc import Mapping

_TOLD: Mapping[str, str] = {
    "mood": """
        sad|unhappy < neutral|ok|okay|indifferent < happy;
        very sad|very unhappy < sad|unhappy < neutral|ok|okay|indifferent < happy < very happy;
        angry < sad < neutral < happy < very happy|delighted;
        verdrietig|boos < neutraal < blij;
        traurig < neutral < frohlich|glucklich;
        unfavorable|unfavourable < neutral < favorable|favourable;
        very negative < negative < neutral < positive < very positive;
        zeer negatief < negatief < neutraal < positief < zeer positief;
        thumbs down < thumbs up;
    """,
    "ease": """
        very hard|very difficult < hard|difficult < ok|okay|neutral|neither < easy < very easy;
        hard|difficult < ok|okay|neutral < easy;
        muy difícil < difícil < ni fácil ni difícil|normal|neutral < fácil < muy fácil;
        muito difícil < difícil < nem fácil nem difícil|neutro < fácil < muito fácil;
        molto difficile < difficile < né facile né difficile|neutro < facile < molto facile;
        bardzo trudno|bardzo trudne < trudno|trudne < ani łatwo, ani trudno|średnio < łatwo|łatwe <
        bardzo łatwo|bardzo łatwe;
        çok zor < zor < ne kolay ne zor|normal|orta < kolay < çok kolay;
        очень сложно|очень трудно < сложно|трудно < нормально|нейтрально < легко < очень легко;
        sangat sulit < sulit < biasa|netral < mudah < sangat mudah;
        とても難しい|非常に難しい < 難しい < どちらともいえない|普通 < 簡単|易しい < とても簡単|非常に簡単;
        非常困难|很难 < 困难|难 < 一般 < 容易 < 非常容易|很容易;
        매우 어려움|매우 어렵다 < 어려움|어렵다 < 보통|보통이다 < 쉬움|쉽다 < 매우 쉬움|매우 쉽다;
    """,
    "comparison": """
        much worse < worse < about the same|the same|same < better < much better;
        worse < about the same|the same|same < better;
        worse than expected < as expected < better than expected;
        did not meet expectations|did not meet my expectations|below expectations < met expectations|
        met my expectations < exceeded expectations|exceeded my expectations;
        slechter dan verwacht < zoals verwacht < beter dan verwacht;
        schlechter als erwartet < wie erwartet < besser als erwartet;
        moins bien que prévu < comme prévu < mieux que prévu;
        peor de lo esperado < como esperaba|lo esperado < mejor de lo esperado;
    """,
    "quality": """
        bad < ok|okay < good;
        terrible|awful < poor|bad < average|ok|okay|fair < good < great|excellent;
        terrible|awful < poor|bad < average|fair|ok|okay < very good|good < excellent;
        very poor|very bad < poor|bad < ok|okay|average|acceptable < good < great|excellent;
        onvoldoende < matig < voldoende < goed < uitstekend;
        mangelhaft|ungenügend < ausreichend < befriedigend < gut < sehr gut;
        ungenügend < mangelhaft < ausreichend < befriedigend < gut < sehr gut;
        çok kötü|berbat < kötü < orta|ortalama|fena değil < iyi < çok iyi|mükemmel;
        kötü|zayıf < orta < iyi < çok iyi|mükemmel;
        bardzo źle|bardzo zła|bardzo zły|fatalnie < źle|zła|zły|słabo < przeciętnie|średnio|przeciętna|
        przeciętny|dostatecznie < dobrze|dobra|dobry < bardzo dobrze|bardzo dobra|bardzo dobry|doskonale;
        niedostateczny < dopuszczający < dostateczny < dobry < bardzo dobry < celujący;
        velmi špatně|velmi špatné|velmi špatná < špatně|špatné|špatná < průměrně|průměrné|průměrná|ujde <
        dobře|dobré|dobrá < velmi dobře|velmi dobré|velmi dobrá|výborně|výborné;
        veľmi zlé|veľmi zle < zlé|zle < priemerné|priemerne < dobré|dobre < veľmi dobré|veľmi dobre|výborné;
        nagyon rossz < rossz < közepes|átlagos|megfelelő < jó < nagyon jó|kiváló;
        foarte slab|foarte prost < slab|prost < mediu|satisfăcător|acceptabil < bun|bine < foarte bun|
        foarte bine|excelent;
        erittäin huono|hyvin huono < huono|melko huono < tyydyttävä|kohtalainen|keskinkertainen < hyvä|
        melko hyvä < erittäin hyvä|erinomainen;
        foarte prost < prost < satisfăcător < bine < foarte bine;
        muito mau|péssimo|muito ruim < mau|ruim < razoável|regular|médio < bom < muito bom|ótimo|excelente;
        muy malo|pésimo < malo < regular|aceptable < bueno < muy bueno|excelente;
        molt malament|molt dolent < malament|dolent < regular < bé|bo < molt bé|molt bo|excel lent;
        scarso|insufficiente < sufficiente < buono|discreto < ottimo|eccellente;
        pessimo < scarso|insufficiente < sufficiente < buono < ottimo|eccellente;
        очень плохо|ужасно < плохо < удовлетворительно|нормально|средне < хорошо < отлично|очень хорошо;
        плохо < удовлетворительно < хорошо < отлично;
        дуже погано|жахливо < погано < задовільно|нормально|середньо < добре < відмінно|дуже добре;
        много лошо|много лоша < лошо|лоша < средно|задоволително|средна < добро|добре|добра < отлично|
        много добро|много добре|отлична;
        веома лоше|врло лоше < лоше < просечно|осредње < добро < веома добро|врло добро|одлично;
        veoma loše|vrlo loše < loše < prosečno|osrednje|prosječno < dobro < veoma dobro|vrlo dobro|odlično;
        zelo slabo < slabo < povprečno|srednje < dobro < zelo dobro|odlično;
        labai blogai < blogai < vidutiniškai|patenkinamai < gerai < labai gerai|puikiai;
        ļoti slikti < slikti < viduvēji|apmierinoši < labi < ļoti labi|teicami;
        väga halb|väga halvasti < halb|halvasti < rahuldav|keskmine|keskmiselt < hea|hästi < väga hea|
        väga hästi|suurepärane;
        mjög slæmt|mjög slæm < slæmt|slæm < í meðallagi|sæmilegt < gott|góð < mjög gott|mjög góð;
        πολύ κακή|πολύ κακό|πολύ κακά < κακή|κακό|κακά < μέτρια|μέτριο < καλή|καλό|καλά < πολύ καλή|πολύ καλό|
        πολύ καλά|άριστη|άριστα|εξαιρετική;
        גרוע מאוד|רע מאוד < גרוע|רע|לא טוב < בינוני|סביר < טוב < טוב מאוד|מצוין|מעולה;
        سيئ جدا|سيء جدا|ضعيف جدا < سيئ|سيء|ضعيف < متوسط|مقبول < جيد < جيد جدا|ممتاز;
        ضعيف|سيئ < مقبول|متوسط < جيد < جيد جدا < ممتاز;
        خیلی بد|بسیار بد|خیلی ضعیف < بد|ضعیف < متوسط|معمولی < خوب < خیلی خوب|بسیار خوب|عالی;
        بہت خراب|بہت برا < خراب|برا < اوسط|ٹھیک < اچھا < بہت اچھا|بہترین;
        बहुत खराब|बहुत बुरा < खराब|बुरा < औसत|ठीक|सामान्य < अच्छा <
        बहुत अच्छा|उत्कृष्ट;
        खूप वाईट < वाईट < ठीक|सरासरी|मध्यम < चांगले|चांगला <
        खूप चांगले|उत्कृष्ट|उत्तम;
        খুব খারাপ < খারাপ < মোটামুটি|গড় < ভালো|ভাল < খুব ভালো|
        খুব ভাল|চমৎকার;
        மிகவும் மோசம் < மோசம் < சராசரி|பரவாயில்லை < நன்று|நல்லது <
        மிகவும் நன்று|மிகவும் நல்லது|சிறப்பு;
        చాలా చెడ్డ|చాలా చెడు < చెడ్డ|చెడు < సగటు|పర్వాలేదు < మంచి|
        బాగుంది < చాలా మంచి|చాలా బాగుంది|అద్భుతం;
        แย่มาก < แย่|ไม่ดี < ปานกลาง|พอใช้ < ดี < ดีมาก|ดีเยี่ยม;
        ควรปรับปรุง|ต้องปรับปรุง < พอใช้ < ปานกลาง < ดี < ดีมาก;
        น้อยที่สุด < น้อย < ปานกลาง < มาก < มากที่สุด;
        rất kém|rất tệ < kém|tệ < trung bình|bình thường < tốt|khá < rất tốt|xuất sắc;
        sangat buruk < buruk < cukup|biasa|sedang < baik < sangat baik;
        buruk|kurang < cukup < baik < sangat baik;
        sangat lemah < lemah < sederhana < baik < sangat baik|cemerlang;
        napakasama < masama < katamtaman|sapat < mabuti|maganda < napakabuti|napakaganda|napakahusay;
        非常に悪い|とても悪い|大変悪い < 悪い|やや悪い < 普通|ふつう|どちらともいえない < 良い|よい|やや良い <
        非常に良い|とても良い|大変良い;
        悪い < やや悪い < 普通|ふつう|どちらともいえない < やや良い < 良い|よい;
        很不好|很差|非常差 < 不好|差 < 一般|普通 < 好|较好 < 很好|非常好;
        很不好|很差|非常差 < 不好|差 < 一般|普通|尚可 < 好|較好 < 很好|非常好;
        매우 나쁨|매우 나쁘다 < 나쁨|나쁘다 < 보통|보통이다 < 좋음|좋다 < 매우 좋음|매우 좋다;
        mbaya sana < mbaya < wastani|kawaida < nzuri|vizuri < nzuri sana|vizuri sana;
        በጣም መጥፎ < መጥፎ < መካከለኛ < ጥሩ < በጣም ጥሩ;
        shumë keq < keq < mesatar < mirë < shumë mirë;
        çox pis < pis < orta|kafi < yaxşı < çox yaxşı|əla;
        juda yomon < yomon < oʻrtacha|o'rtacha|qoniqarli < yaxshi < juda yaxshi|aʼlo|a'lo;
        өте нашар < нашар < орташа|қанағаттанарлық < жақсы < өте жақсы;
        ძალიან ცუდი < ცუდი < საშუალო < კარგი < ძალიან კარგი;
        շատ վատ < վատ < միջին|բավարար < լավ < շատ լավ|գերազանց;
    """,
    "satisfied": """
        completely dissatisfied|very dissatisfied < mostly dissatisfied|dissatisfied < somewhat dissatisfied <
        somewhat satisfied < mostly satisfied|satisfied < completely satisfied|very satisfied;
        gar nicht zufrieden|überhaupt nicht zufrieden < weniger zufrieden|wenig zufrieden < zufrieden <
        sehr zufrieden < äußerst zufrieden|vollkommen zufrieden;
        веома незадовољан|веома незадовољна|врло незадовољан < незадовољан|незадовољна < неутралан|неутрална|
        нити задовољан нити незадовољан < задовољан|задовољна < веома задовољан|веома задовољна|
        врло задовољан;
        veoma nezadovoljan|veoma nezadovoljna|vrlo nezadovoljan|jako nezadovoljan < nezadovoljan|
        nezadovoljna < neutralan|neutralna|niti zadovoljan niti nezadovoljan < zadovoljan|zadovoljna <
        veoma zadovoljan|veoma zadovoljna|vrlo zadovoljan|jako zadovoljan;
        zelo nezadovoljen|zelo nezadovoljna < nezadovoljen|nezadovoljna < niti zadovoljen niti nezadovoljen|
        nevtralno < zadovoljen|zadovoljna < zelo zadovoljen|zelo zadovoljna;
        labai nepatenkintas|visiškai nepatenkintas|labai nepatenkinta < nepatenkintas|nepatenkinta <
        nei patenkintas, nei nepatenkintas|neutralus|neutraliai < patenkintas|patenkinta < labai patenkintas|
        visiškai patenkintas|labai patenkinta;
        ļoti neapmierināts|pilnīgi neapmierināts|ļoti neapmierināta < neapmierināts|neapmierināta <
        ne apmierināts, ne neapmierināts|neitrāls|neitrāli < apmierināts|apmierināta < ļoti apmierināts|
        pilnīgi apmierināts|ļoti apmierināta;
        üldse ei ole rahul < pigem ei ole rahul < pigem olen rahul < olen väga rahul|väga rahul|täiesti rahul;
        väga rahulolematu|üldse ei ole rahul < pigem rahulolematu|rahulolematu|pigem ei ole rahul <
        nii ja naa|neutraalne < pigem rahul|rahul|pigem olen rahul < väga rahul|olen väga rahul;
        mjög óánægð|mjög óánægður < frekar óánægð|óánægð|frekar óánægður|óánægður < hvorki né|hlutlaus <
        frekar ánægð|ánægð|frekar ánægður|ánægður < mjög ánægð|mjög ánægður;
        gens satisfet < poc satisfet < bastant satisfet < molt satisfet;
        molt insatisfet < insatisfet < neutral|ni satisfet ni insatisfet < satisfet < molt satisfet;
        sangat tidak berpuas hati < tidak berpuas hati < sederhana|neutral|berkecuali < berpuas hati <
        sangat berpuas hati;
        lubos na hindi nasiyahan|napaka hindi nasiyahan < hindi nasiyahan < katamtaman|neutral < nasiyahan <
        lubos na nasiyahan|labis na nasiyahan;
        shumë i pakënaqur|shumë e pakënaqur < i pakënaqur|e pakënaqur < neutral < i kënaqur|e kënaqur <
        shumë i kënaqur|shumë e kënaqur;
        многу незадоволен|многу незадоволна < незадоволен|незадоволна < неутрален|неутрална < задоволен|
        задоволна < многу задоволен|многу задоволна;
        ძალიან უკმაყოფილო < უკმაყოფილო < ნეიტრალური < კმაყოფილი <
        ძალიან კმაყოფილი;
        շատ դժգոհ < դժգոհ < չեզոք < գոհ|բավարարված < շատ գոհ|շատ բավարարված;
        çox narazı < narazı < neytral|bitərəf < razı < çox razı;
        juda norozi < norozi < betaraf|neytral < mamnun|rozi < juda mamnun|juda rozi;
        мүлдем риза емеспін|өте риза емеспін < риза емеспін < бейтарап|орташа < ризамын < өте ризамын|
        толық ризамын;
        маш сэтгэл ханамжгүй < сэтгэл ханамжгүй < дунд|төвийг сахисан < сэтгэл ханамжтай <
        маш сэтгэл ханамжтай;
        খুব অসন্তুষ্ট|অত্যন্ত অসন্তুষ্ট < অসন্তুষ্ট < নিরপেক্ষ|
        মোটামুটি < সন্তুষ্ট < খুব সন্তুষ্ট|অত্যন্ত সন্তুষ্ট;
        மிகவும் திருப்தியற்றது|மிகவும் அதிருப்தி <
        திருப்தியற்றது|அதிருப்தி < நடுநிலை < திருப்தி|
        திருப்தியானது < மிகவும் திருப்தி|
        மிகவும் திருப்தியானது;
        చాలా అసంతృప్తి < అసంతృప్తి < తటస్థం|తటస్థ < సంతృప్తి <
        చాలా సంతృప్తి;
        खूप असमाधानी < असमाधानी < तटस्थ < समाधानी < खूप समाधानी;
        ખૂબ અસંતુષ્ટ < અસંતુષ્ટ < તટસ્થ < સંતુષ્ટ < ખૂબ સંતુષ્ટ;
        ತುಂಬಾ ಅತೃಪ್ತಿ < ಅತೃಪ್ತಿ < ತಟಸ್ಥ < ತೃಪ್ತಿ < ತುಂಬಾ ತೃಪ್ತಿ;
        വളരെ അസംതൃപ്തി < അസംതൃപ്തി < നിഷ്പക്ഷം < സംതൃപ്തി <
        വളരെ സംതൃപ്തി;
        धेरै असन्तुष्ट < असन्तुष्ट < तटस्थ < सन्तुष्ट <
        धेरै सन्तुष्ट;
        ඉතා අසතුටුයි < අසතුටුයි < මධ්‍යස්ථ < සතුටුයි < ඉතා සතුටුයි;
        မကျေနပ်ဆုံး|အလွန်မကျေနပ် < မကျေနပ် < သာမန် < ကျေနပ် <
        အလွန်ကျေနပ်;
        មិនពេញចិត្តខ្លាំង < មិនពេញចិត្ត < ធម្មតា < ពេញចិត្ត <
        ពេញចិត្តខ្លាំង;
        بہت غیر مطمئن|انتہائی غیر مطمئن < غیر مطمئن < غیر جانبدار|معمولی < مطمئن < بہت مطمئن|انتہائی مطمئن;
        خیلی ناراضی|کاملا ناراضی|بسیار ناراضی < ناراضی < متوسط|بی نظر|نه راضی نه ناراضی < راضی < خیلی راضی|
        کاملا راضی|بسیار راضی;
        مستاء جدا|غير راض تماما < مستاء|غير راض < محايد < راض|سعيد < راض جدا|سعيد جدا|راض تماما;
        sijaridhika kabisa < sijaridhika < wastani < nimeridhika < nimeridhika sana;
        በጣም አልረካሁም < አልረካሁም < ገለልተኛ < ረክቻለሁ < በጣም ረክቻለሁ;
        不満である|不満 < やや不満である|やや不満 < どちらともいえない|どちらでもない|普通 < やや満足している|
        やや満足|まあ満足 < 満足している|満足;
        非常不滿意|很不滿意 < 不滿意 < 普通|尚可|沒意見 < 滿意 < 非常滿意|很滿意;
        erg ontevreden < ontevreden < niet tevreden en niet ontevreden|neutraal < tevreden < erg tevreden;
    """,
    "agreeing": """
        zdecydowanie nie < raczej nie < ani tak, ani nie < raczej tak <
        zdecydowanie tak;
        rozhodně nesouhlasím|zcela nesouhlasím < spíše nesouhlasím|nesouhlasím <
        ani souhlasím, ani nesouhlasím|neutrální < spíše souhlasím|souhlasím < rozhodně souhlasím|
        zcela souhlasím;
        rozhodně ne < spíše ne < ani ano, ani ne < spíše ano < rozhodně ano;
        egyáltalán nem értek egyet|egyáltalán nem < inkább nem értek egyet|nem értek egyet|inkább nem < is-is|
        semleges|egyet is értek, meg nem is < inkább egyetértek|egyetértek|inkább igen < teljesen egyetértek|
        teljes mértékben egyetértek|teljesen;
        täysin eri mieltä < jokseenkin eri mieltä|osittain eri mieltä|eri mieltä < ei samaa eikä eri mieltä|
        en osaa sanoa|neutraali < jokseenkin samaa mieltä|osittain samaa mieltä|samaa mieltä <
        täysin samaa mieltä;
        полностью не согласен|совершенно не согласен|категорически не согласен < скорее не согласен|
        не согласен < нейтрально|ни да, ни нет < скорее согласен|согласен <
        полностью согласен|совершенно согласен;
        повністю не згоден|категорично не згоден < не згоден|скоріше не згоден < нейтрально <
        згоден|скоріше згоден < повністю згоден;
        напълно несъгласен|изобщо не съм съгласен < несъгласен|по-скоро несъгласен <
        нито съгласен, нито несъгласен|неутрално < съгласен|по-скоро съгласен < напълно съгласен;
        potpuno se ne slažem|uopće se ne slažem < ne slažem se|uglavnom se ne slažem <
        niti se slažem niti se ne slažem|neodlučan < slažem se|uglavnom se slažem <
        potpuno se slažem|u potpunosti se slažem;
        sploh se ne strinjam < se ne strinjam|ne strinjam se < niti niti|neodločen < se strinjam|strinjam se <
        popolnoma se strinjam;
        visiškai nesutinku < nesutinku|greičiau nesutinku < nei sutinku, nei nesutinku <
        sutinku|greičiau sutinku < visiškai sutinku;
        pilnīgi nepiekrītu < nepiekrītu|drīzāk nepiekrītu < neitrāli < piekrītu|
        drīzāk piekrītu < pilnīgi piekrītu;
        üldse ei nõustu|ei nõustu üldse < ei nõustu|pigem ei nõustu < nii ja naa|neutraalne < nõustun|
        pigem nõustun < nõustun täielikult|täiesti nõus;
        dezacord total|total dezacord < dezacord|dezacord parțial < neutru|nici acord, nici dezacord < acord|
        acord parțial < acord total|total de acord;
        molt en desacord < en desacord < ni d'acord ni en desacord|neutral < d'acord < molt d'acord;
        בכלל לא מסכים|מאוד לא מסכים|כלל לא מסכים < לא מסכים < מסכים במידה מסוימת|ניטרלי|מסכים חלקית < מסכים <
        מסכים מאוד|מאוד מסכים|מסכים בהחלט;
        בכלל לא < במידה מועטה < במידה בינונית < במידה רבה < במידה רבה מאוד;
        کاملا مخالفم|کاملاً مخالفم < مخالفم < نظری ندارم|بی نظر < موافقم < کاملا موافقم|کاملاً موافقم;
        بالکل متفق نہیں < متفق نہیں < غیر جانبدار < متفق < مکمل متفق|بالکل متفق;
        पूरी तरह असहमत|पूर्णतः असहमत|दृढ़ता से असहमत < असहमत <
        तटस्थ < सहमत < पूरी तरह सहमत|पूर्णतः सहमत|दृढ़ता से सहमत;
        সম্পূর্ণ অসম্মত < অসম্মত < নিরপেক্ষ < সম্মত <
        সম্পূর্ণ সম্মত;
        ไม่เห็นด้วยอย่างยิ่ง < ไม่เห็นด้วย < เฉยๆ|ไม่แน่ใจ|
        ปานกลาง < เห็นด้วย < เห็นด้วยอย่างยิ่ง;
        hoàn toàn không đồng ý|rất không đồng ý < không đồng ý < trung lập|bình thường|không ý kiến < đồng ý <
        hoàn toàn đồng ý|rất đồng ý;
        sangat tidak setuju < tidak setuju|kurang setuju < netral|ragu-ragu|tidak pasti|berkecuali < setuju <
        sangat setuju;
        lubos na hindi sumasang-ayon < hindi sumasang-ayon < neutral < sumasang-ayon < lubos na sumasang-ayon;
        非常不同意 < 不同意 < 普通|無意見|中立|一般 < 同意 < 非常同意;
        全くそう思わない|まったくそう思わない < あまりそう思わない|そう思わない < どちらともいえない <
        ややそう思う|まあそう思う < そう思う|とてもそう思う|非常にそう思う;
        全くあてはまらない < あまりあてはまらない < どちらともいえない < ややあてはまる < とてもあてはまる|
        よくあてはまる;
        전혀 아니다 < 아니다 < 보통이다|보통 < 그렇다 < 매우 그렇다;
        sikubaliani kabisa < sikubaliani < sina uhakika < nakubaliana < nakubaliana kabisa;
    """,
    "how_often": """
        asla|hiçbir zaman < nadiren < bazen < sık sık|genellikle < her zaman;
        nigdy < rzadko < czasami|czasem < często|zazwyczaj < zawsze;
        nikdy < zřídka|málokdy|zriedka < někdy|občas|niekedy < často|většinou < vždy|vždycky|vždy;
        soha < ritkán < néha|időnként < gyakran < mindig;
        niciodată < rareori|rar < uneori|câteodată < adesea|deseori|des < întotdeauna|mereu;
        ei koskaan < harvoin < joskus|silloin tällöin < usein < aina;
        никогда < редко < иногда < часто|обычно < всегда;
        ніколи < рідко < іноді|інколи < часто < завжди;
        никога < рядко < понякога < често < винаги;
        nikad|nikada < rijetko|retko < ponekad < često < uvijek|uvek;
        ποτέ < σπάνια < μερικές φορές|κάποιες φορές < συχνά < πάντα;
        אף פעם|לעולם לא < לעיתים רחוקות < לפעמים < לעיתים קרובות < תמיד;
        أبدا|مطلقا < نادرا < أحيانا < غالبا < دائما;
        هرگز < به ندرت|بندرت < گاهی|بعضی اوقات < اغلب < همیشه;
        कभी नहीं < शायद ही कभी < कभी कभी|कभी-कभी < अक्सर < हमेशा;
        ไม่เคย < นานๆ ครั้ง|น้อยครั้ง < บางครั้ง < บ่อยครั้ง|
        บ่อย < เสมอ|ทุกครั้ง;
        không bao giờ < hiếm khi < thỉnh thoảng|đôi khi < thường xuyên < luôn luôn;
        tidak pernah < jarang < kadang-kadang|kadang < sering < selalu;
        全くない|まったくない < ほとんどない|あまりない < 時々|ときどき < よくある|しばしば < いつも|常に;
        从不|从来没有 < 很少 < 有时 < 经常 < 总是|一直;
        전혀 < 드물게|거의 < 가끔 < 자주 < 항상;
    """,
}


def _ladders(told: str) -> tuple[tuple[str, ...], ...]:
    ladders = (" ".join(one.split()).replace("| ", "|") for one in told.split(";") if one.strip())
    return tuple(tuple(ladder.replace(" < ", "<").split("<")) for ladder in ladders)


CLIMBING: Mapping[str, tuple[tuple[str, ...], ...]] = {
    family: _ladders(told) for family, told in _TOLD.items()
}
"""Family to its ladders, each step as what it may be called with bars between."""
