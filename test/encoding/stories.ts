/** Stories in languages of Central Europe, invented: a headline, prose and a headline again. */
export const stories: Readonly<Record<'ro' | 'hr' | 'sk' | 'pl' | 'hu' | 'lt', string>> = {
  ro: `STAȚIE NOUĂ ÎN ORAȘ

Primarul a spus că stația de lângă piață va fi gata în mai și că străzile vecine sunt închise până atunci. Șoferii sunt rugați să ocolească centrul, iar locuitorii așteaptă de doi ani această lucrare. Consiliul a hotărât că școala își păstrează curtea și că pădurea nu este atinsă.

Țăranii au fost despăgubiți

Tăierile au fost oprite, iar apă și lumină au fost aduse în fiecare casă din cartier. „Așa trebuia făcut”, a spus un vecin.`,
  hr: `NOVI MOST U OPĆINI

Gradonačelnik je rekao da će most biti otvoren sljedeći mjesec i da će vožnja kroz središte biti lakša. Radnici su već završili šetnicu uz rijeku, a žičara će čekati proljeće. Vozači kažu da je teško naći bolji put, no neće svi biti zadovoljni što je cesta uža.

Škola dobiva igralište

Učenici će od jeseni vježbati na novom igralištu pokraj šume. „Čekali smo ga godinama”, kaže učiteljica.`,
  sk: `ZAČALA STAVBA ŠKOLY

Starosta povedal, že nová škola bude stáť vedľa kostola a že deti sa do nej presťahujú v septembri. Žiaci zatiaľ chodia do vedľajšej obce a rodičia sa sťažujú, že autobus mešká. Obec musí zaplatiť ešte polovicu, ale peniaze vraj má.

Ľudia chcú chodník

Obyvatelia žiadajú, aby bol pri ceste aj chodník. „Deti tadiaľ chodia každý deň,“ hovorí matka troch žiakov.`,
  pl: `ŁÓDŹ CZEKA NA ŚNIEG

Burmistrz powiedział, że wyciąg ruszy w połowie grudnia, jeśli śnieg spadnie wcześniej niż w zeszłym roku. Mieszkańcy są zadowoleni, bo goście przyjeżdżają także z sąsiednich gmin. Część ścieżek będzie zamknięta, ale na pozostałych można będzie chodzić pieszo.

Żłobek będzie większy

Rada przyznała pieniądze na nowy żłobek. „Dzieci jest coraz więcej” – mówi dyrektorka.`,
  hu: `ÚJ HÍD ÉPÜL

A polgármester azt mondta, hogy az új híd jövő őszre készül el, és a régit utána lebontják. A környék lakói örülnek, mert a kerülő út hosszú, és a busz is csak egyszer jön naponta. A fővállalkozó szerint az idő rövid, de nem lehetetlen.

Bővül az óvoda

Az önkormányzat két új termet épít az óvodához. „Több gyerek van, mint hely” – mondta az igazgatónő.`,
  lt: `NAUJAS TILTAS PER UPĘ

Meras sakė, kad tiltas bus baigtas kitą rudenį ir kad žmonės galės juo važiuoti dar prieš šventes. Gyventojai džiaugiasi, nes iki šiol į mokyklą reikėjo važiuoti aplink ežerą. Darbai kainuos daugiau, nei buvo žadėta, bet pinigų užteks.

Žiemą kelias bus uždarytas

Taryba nusprendė, kad žiemą kelias bus uždarytas. „Tai ne pirmas kartas“, – sakė kaimynė.`,
};
