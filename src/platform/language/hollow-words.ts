/** Words that name nothing by themselves; a key phrase may not hold one. */
export const HOLLOW_WORDS = new Set(
  (
    "thing stuff bit lot lots sort kind way ways point points idea case cases example part parts number numbers time times day days week weeks month " +
    "months year years minute minutes second seconds hour hours moment people person guy guys man woman fact sense question questions answer answers " +
    "issue issues problem problems area areas term terms end side place something anything everything nothing someone anyone one ones " +
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred thousand thousands " +
    "million billion per cent percent couple rest reason reasons matter word words line today tomorrow yesterday morning afternoon evening " +
    "meeting chair minister ministers member members committee gentleman mr mrs ms dr madam sir hon thanks yeah okay um uh hmm piece set " +
    "type level order use work job look feel go start kay dunno whatever gonna wanna ok right sorry hello slide page paragraph section " +
    "figure table chapter plenty version half quarter amount share majority range course next last first third other same good new big " +
    "little great sure able different important own certain various several many more most such only full whole real better best bad " +
    "worse nice available possible clear true wrong key main thought view lead topic item agenda fourth fifth sixth " +
    "seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth " +
    "thirtieth monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october " +
    "november december organization organizations organisation organisations contact contacts information prime company companies difficulty challenge edge definition beginning middle rise need concern mention regard context respect hand front " +
    "result impact effect role aim purpose attempt chance opinion sentence story decision difference yes no"
  ).split(" "),
);
