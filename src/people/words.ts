// Closed classes of words that decide where a name begins and ends. Folded.

/** Stand inside a name in lower case: Dutch, German, Romance, Arabic, Turkic. Source: CLDR person names, «particles». */
export const particles = new Set(
  'van von der den de del della di da dos das do du la le el al ul ad ed bin ibn bint abu ben ter ten te zu zur af av oglu ogly oghlu qizi gizi kyzy kizi uulu e y'.split(
    ' ',
  ),
);

/** Turkic words for son and daughter: they close a patronymic. */
export const patronymics = new Set('oglu ogly oghlu qizi gizi kyzy kizi uulu'.split(' '));

/** Before a name in place of a title. Source: AP Stylebook, «courtesy titles»; Guardian style guide, «honorifics». */
export const honorifics = new Set(
  'mr mrs ms miss mx dr sir dame lord lady madam mme m sheikh hon datuk dato tun haji'.split(' '),
);

/** After a name. */
export const suffixes = new Set('jr sr ii iii iv esq'.split(' '));

/** Capitalised at the head of a sentence or by custom, and never a name on their own. */
export const plainWords = new Set(
  (
    'the a an and or but nor so yet for of in on at to from by with as if when while where who whom whose which what why how that this these those ' +
    'he she it they we you i his her its their our your my him them us me there here not no yes is are was were be been has have had do does did will would can could may might must shall should ' +
    'after before during since until although though because however meanwhile moreover according following earlier later today yesterday tomorrow now then also besides thus hence both each every all some any many most more several few other another such same ' +
    'one two three four five six seven eight nine ten first second third last next new old former ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'source photo video read report reports editing reporting details recall note quote image credit related update updated breaking exclusive opinion analysis speaking asked under over about against among between within without through ' +
    'europe africa pacific atlantic transformation supreme executive ' +
    'lawyer attorney solicitor barrister magistrate writer novelist author poet actor actress singer musician composer artist journalist reporter ' +
    'presenter broadcaster economist analyst expert historian scientist researcher engineer architect surgeon nurse teacher student driver skipper ' +
    'fisherman businessman businesswoman entrepreneur banker trader activist politician footballer striker midfielder goalkeeper defender winger ' +
    'referee umpire boxer wrestler cyclist veteran survivor resident witness suspect victim eyewitness boss ' +
    'welcoming thanking touching having expressing describing referring recalling noting stressing adding citing despite instead only even still just once again never always often perhaps maybe please let'
  ).split(' '),
);

/** A name before one of these is the name of something else: «Heydar Aliyev Foundation». */
export const thingWords = new Set(
  (
    'foundation airport international university institute academy school college hospital museum theatre theater park street avenue road square bridge station stadium palace ' +
    'centre center prize award medal order cup trophy party movement union group company corporation corp inc ltd llc plc bank fund holding agency association committee commission council court ministry ' +
    'department office service services forces force army navy brigade division regiment battalion corps command staff fleet base house hall tower city town village district province region county state republic ' +
    'island islands sea ocean bay gulf strait lake river canal mountain mountains valley desert peninsula coast border cemetery mosque church cathedral temple monument memorial declaration agreement treaty accord act law code constitution protocol convention plan ' +
    'programme program project initiative process forum summit conference congress assembly parliament senate games championship league federation confederation organization organisation alliance bloc network channel times post news tribune herald journal magazine television radio tv ' +
    'day week month year war revolution unit units uprising massacre operation exercise exercises mission festival exhibition fair street market stock exchange index airlines airways railway railways pipeline plant factory works system systems technologies technology industries energy oil gas museum library press publishing'
  ).split(' '),
);

/** Verbs that a speaker's name stands beside. */
export const speechVerbs = new Set(
  'said says told added noted stressed emphasized emphasised stated announced explained warned argued insisted claimed declared wrote tweeted replied recalled underlined underscored pointed thanked expressed congratulated welcomed met spoke highlighted hailed visited'.split(
    ' ',
  ),
);
