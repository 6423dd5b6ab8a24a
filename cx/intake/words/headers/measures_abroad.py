"""What columns of touchpoints are called in further languages, whole headers only."""

from __future__ import annotations

from collections.abc import Mapping

from cx.records.file import Role

NAMES: Mapping[Role, str] = {
    "satisfaction": (
        "voto,voto medio,valutazione,valutazione media,giudizio medio,media,media voti,valoración,"
        "valoración media,nota media,puntuación,puntuación media,calificación,promedio,avaliação,"
        "avaliação média,média,pontuação,classificação média,ocena,średnia,średnia ocena,"
        "ocena średnia,hodnocení,průměr,průměrné hodnocení,známka,hodnotenie,priemer,értékelés,"
        "átlag,átlagos értékelés,medie,nota medie,media satisfacției,evaluare,snitt,medel,"
        "medelvärde,medelbetyg,betyg,gennemsnit,gennemsnitlig tilfredshed,gjennomsnitt,snittscore,"
        "keskiarvo,arvosana,asiakastyytyväisyys,оценка,средняя оценка,средний балл,балл,средняя,"
        "среднее,удовлетвореност,средна оценка,средно,оцінка,середня оцінка,середній бал,середнє,"
        "βαθμολογία,μέση βαθμολογία,μέσος όρος,βαθμός,puan,ortalama,ortalama puan,memnuniyet puanı,"
        "değerlendirme,kepuasan,tingkat kepuasan,rata rata,rata-rata,skor,nilai rata rata,"
        "kepuasan pelanggan,purata,skor purata,hài lòng,mức độ hài lòng,điểm hài lòng,trung bình,"
        "điểm trung bình,điểm,ความพึงพอใจ,คะแนน,คะแนนเฉลี่ย,"
        "คะแนนความพึงพอใจ,ค่าเฉลี่ย,ระดับความพึงพอใจ,"
        "ความพึงพอใจเฉลี่ย,評価,評価点,平均,平均値,平均評価,スコア,満足度スコア,"
        "平均スコア,評点,评价,平均值,评价得分,得分,綜合評分,評分,平均評分,평균,평균 점수,"
        "평균 만족도,만족도 점수,만족도 평균,평가,التقييم,متوسط التقييم,المتوسط,الدرجة,"
        "متوسط الدرجات,درجة الرضا,نسبة الرضا,مستوى الرضا,ציון,ציון ממוצע,ממוצע,דירוג,"
        "संतुष्टि,रेटिंग,औसत,औसत अंक,औसत रेटिंग,अंक,"
        "संतुष्टि स्तर,رضایت,میزان رضایت,میانگین,میانگین رضایت,امتیاز,میانگین امتیاز,"
        "اطمینان,درجہ بندی,اوسط,ocjena,prosjek,prosječna ocjena,zadovoljstvo korisnika,povprečje,"
        "povprečna ocena,zadovoljstvo strank,оцена,просек,просечна оцена,задовољство,задоволство,"
        "просечна оценка,rahulolu,keskmine,keskmine hinne,hinne,pasitenkinimas,vidurkis,"
        "vidutinis įvertinimas,įvertinimas,apmierinātība,vidējais,vidējais vērtējums,vērtējums,"
        "mitjana,satisfacció,satisfacció mitjana,valoració mitjana,batez bestekoa,asebetetzea,"
        "ánægja,meðaltal,kënaqësia,mesatarja,қанағаттану,орташа балл,мамнунитет,qoniqish,məmnunluq,"
        "orta bal,კმაყოფილება,საშუალო ქულა,բավարարվածություն,միջին,সন্তুষ্টি,গড়,"
        "திருப்தி,சராசரி,సంతృప్తి,సగటు,संतोष,सरासरी,kuridhika,"
        "wastani,pag kasiya,kasiyahan"
    ),
    "n": (
        "intervistati,interviste,numero interviste,n risposte,inquiridos,entrevistados,"
        "n respuestas,antal besvarelser,"
        "besvarelser,svarende,vastauksia,vastaajia,vastaajat,respondenti,respondenții,respondenți,"
        "dotázaní,opýtaní,ankietowani,badani,megkérdezettek,válaszadók,отговори,респонденти,"
        "анкетирани,опрошено,опрошенные,анкет,опитані,ερωτηθέντες,συμμετέχοντες,δείγμα,"
        "yanıtlar,katılımcı,örneklem,responden,jumlah responden,jumlah jawaban,sampel,"
        "số phiếu,số người trả lời,mẫu,จำนวนผู้ตอบ,จำนวนคำตอบ,"
        "จำนวนผู้ตอบแบบสอบถาม,ผู้ตอบ,กลุ่มตัวอย่าง,"
        "サンプル数,サンプルサイズ,有効回答,回答件数,標本数,答题人数,回复数,受访者,受访者人数,"
        "答卷数,填写人数,回收数,受訪人數,樣本,표본수,표본 수,사례 수,사례수,응답 건수,응답자,"
        "عدد المستجيبين,المستجيبون,المستجيبين,عدد المشاركين,العينة,حجم العينة,عدد الاستبيانات,"
        "عدد التقييمات,מספר משיבים,משיבים,תגובות,מספר תגובות,מספר תשובות,מדגם,גודל מדגם,"
        "उत्तरदाता,उत्तरदाताओं की संख्या,"
        "उत्तरों की संख्या,प्रतिक्रियाएँ,"
        "प्रतिक्रियाओं की संख्या,नमूना,تعداد پاسخ,تعداد پاسخ دهندگان,"
        "پاسخ دهندگان,پاسخ‌دهندگان,تعداد نمونه,جوابات,جواب دہندگان,odgovori,broj odgovora,"
        "broj ispitanika,ispitanici,število odgovorov,anketiranci,одговори,број одговора,vastajaid,"
        "vastajad,vastuste arv,vastuseid,atsakymai,atsakymų skaičius,respondentai,atbildes,"
        "atbilžu skaits,enquestats,mostra,svör,fjöldi svara,përgjigje,жауаптар,javoblar,cavablar,"
        "პასუხები,რესპონდენტები,რესპონდენტთა რაოდენობა,պատասխաններ,উত্তরদাতা,பதில்கள்,సమాధానాలు,majibu,"
        "wahojiwa"
    ),
    "volume": (
        "kontaktów,temas sayısı,işlem,ziyaret,ziyaretçi,lượt,lượt khách,số lượt,giao dịch,"
        "จำนวนครั้ง,จำนวนลูกค้า,จำนวนรายการ,"
        "ผู้ใช้บริการ,จำนวนผู้ใช้บริการ,จำนวนการติดต่อ,"
        "访问量,访客数,交易量,业务量,办件量,客流量,服务量,利用者数,来店者数,相談数,이용자 수,"
        "방문자 수,거래 수,이용량,عدد الزيارات,الزيارات,عدد العملاء,الزوار,عدد المراجعين,المعاملات,"
        "פניות,מספר פניות,מספר לקוחות,ביקורים,संपर्क,संपर्कों की संख्या,"
        "ग्राहक,ग्राहकों की संख्या,लेनदेन,تعداد تماس,مشتریان,"
        "تعداد مراجعه,asiointeja,asioinnit,käyntejä,käynnit,yhteydenottoja,asiakkaita,besök,ärenden,"
        "henvendelser,besøg,besøk,saker,sager,zgłoszenia,wizyty,klientów,transakcje,návštěvy,"
        "transakce,případy,návštevy,látogatások,esetek,vizite,tranzacții,contacte,посещения,визиты,"
        "клиентов,транзакции,посещаемость,трафик,контакти,επισκέψεις,συναλλαγές,visitas,"
        "atendimentos,atenciones,gestiones,trámites,operaciones,visite,accessi,pratiche,utenti,"
        "passaggi,kunjungan,pengunjung,pelanggan,transaksi,kontakti,posjete,obiski,külastused,"
        "pöördumised,apsilankymai,kreipiniai,apmeklējumi,visites,contactes"
    ),
    "touchpoint": (
        "сервис,процесс,kanal kontaktu,yhteydenottokanava,asiointipiste,mijloc de contact,"
        "نقطة الخدمة,مرحلة الرحلة,שלב במסע,संपर्क बिंदु,टचपॉइंट,نقطه تماس,"
        "titik kontak,titik sentuh,điểm chạm,điểm tiếp xúc,จุดบริการ,จุดสัมผัส,"
        "touchpointy,temas noktaları,dodirna točka,stična točka,puutepunkt,sąlyčio taškas,"
        "saskarsmes punkts,punt de contacte,고객접점,서비스 접점,サービス接点"
    ),
    "impact": (
        "wpływ na zadowolenie,vpliv,mõju,poveikis,ietekme,dampak,pengaruh,tác động,ảnh hưởng,"
        "ผลกระทบ,प्रभाव,تاثیر,اثر,въздействие,áhrif,impacte"
    ),
    "importance": (
        "importanza,importanza media,importancia,importância,ważność,znaczenie,důležitost,"
        "dôležitosť,fontosság,importanță,betydelse,viktighet,vigtighed,betydning,tärkeys,важность,"
        "значимость,важливість,важност,σημασία,σπουδαιότητα,önem,önem derecesi,kepentingan,"
        "tingkat kepentingan,mức độ quan trọng,tầm quan trọng,ความสำคัญ,重要度,重要性,"
        "중요도,الأهمية,درجة الأهمية,חשיבות,महत्व,اهمیت,važnost,pomembnost,olulisus,svarba,"
        "svarīgums,importància,mikilvægi"
    ),
}
MEANS = (
    "gennemsnit,gjennomsnitt,hinne,keskiarvo,keskmine,medel,medelvärde,media,media voti,medie,"
    "mesatarja,meðaltal,mitjana,média,nilai rata rata,nota media,nota medie,ocena,ocjena,"
    "orta bal,ortalama,ortalama puan,povprečje,priemer,promedio,prosjek,průměr,puan,purata,"
    "rata rata,skor,snitt,trung bình,vidurkis,vidējais,voto,voto medio,známka,átlag,điểm,"
    "điểm trung bình,średnia,średnia ocena,βαθμός,μέσος όρος,балл,оцена,оценка,оцінка,просек,"
    "середня оцінка,середнє,середній бал,среднее,средний балл,средно,средняя,средняя оценка,"
    "միջին,ממוצע,ציון,ציון ממוצע,الدرجة,المتوسط,امتیاز,اوسط,متوسط الدرجات,میانگین,अंक,औसत,"
    "औसत अंक,सरासरी,গড়,சராசரி,సగటు,คะแนน,คะแนนเฉลี่ย,"
    "ค่าเฉลี่ย,スコア,平均,平均スコア,平均値,平均值,得分,평균,평균 점수"
)
"""Means and marks of anything: satisfaction where no other column says so."""
