import type { ZoneName } from './types.ts';

/**
 * Windows zones and the IANA zones of the same clocks, the usual one first: CLDR's windowsZones.xml with the aliases of its time-zone list, as the
 * package windows-iana 5.1.0 has them. Kept as text, since the package itself is four times as large; a test compares the two.
 */
const table = `
Dateline Standard Time=Etc/GMT+12
UTC-11=Etc/GMT+11 Pacific/Pago_Pago Pacific/Samoa US/Samoa Pacific/Niue Pacific/Midway
Aleutian Standard Time=America/Adak America/Atka US/Aleutian
Hawaiian Standard Time=Pacific/Honolulu US/Hawaii Pacific/Rarotonga Pacific/Tahiti Pacific/Johnston Etc/GMT+10 HST
Marquesas Standard Time=Pacific/Marquesas
Alaskan Standard Time=America/Anchorage US/Alaska America/Juneau America/Metlakatla America/Nome America/Sitka America/Yakutat
UTC-09=Etc/GMT+9 Pacific/Gambier
Pacific Standard Time (Mexico)=America/Tijuana America/Ensenada Mexico/BajaNorte America/Santa_Isabel
UTC-08=Etc/GMT+8 Pacific/Pitcairn
Pacific Standard Time=America/Los_Angeles US/Pacific US/Pacific-New America/Vancouver Canada/Pacific PST8PDT
US Mountain Standard Time=America/Phoenix US/Arizona America/Creston America/Dawson_Creek America/Fort_Nelson America/Hermosillo Etc/GMT+7 MST
Mountain Standard Time (Mexico)=America/Chihuahua America/Mazatlan Mexico/BajaSur
Mountain Standard Time=America/Denver America/Shiprock Navajo US/Mountain America/Edmonton Canada/Mountain America/Cambridge_Bay America/Inuvik America/Yellowknife America/Ojinaga America/Boise MST7MDT
Yukon Standard Time=America/Whitehorse Canada/Yukon America/Dawson
Central America Standard Time=America/Guatemala America/Belize America/Costa_Rica Pacific/Galapagos America/Tegucigalpa America/Managua America/El_Salvador Etc/GMT+6
Central Standard Time=America/Chicago US/Central America/Winnipeg Canada/Central America/Rainy_River America/Rankin_Inlet America/Resolute America/Matamoros America/Indiana/Knox America/Knox_IN US/Indiana-Starke America/Indiana/Tell_City America/Menominee America/North_Dakota/Beulah America/North_Dakota/Center America/North_Dakota/New_Salem CST6CDT
Easter Island Standard Time=Pacific/Easter Chile/EasterIsland
Central Standard Time (Mexico)=America/Mexico_City Mexico/General America/Bahia_Banderas America/Merida America/Monterrey
Canada Central Standard Time=America/Regina Canada/East-Saskatchewan Canada/Saskatchewan America/Swift_Current
SA Pacific Standard Time=America/Bogota America/Rio_Branco America/Porto_Acre Brazil/Acre America/Eirunepe America/Coral_Harbour America/Atikokan America/Guayaquil America/Jamaica Jamaica America/Cayman America/Panama America/Lima Etc/GMT+5 EST
Eastern Standard Time (Mexico)=America/Cancun
Eastern Standard Time=America/New_York US/Eastern America/Nassau America/Toronto Canada/Eastern America/Iqaluit America/Nipigon America/Pangnirtung America/Thunder_Bay America/Detroit US/Michigan America/Indiana/Petersburg America/Indiana/Vincennes America/Indiana/Winamac America/Kentucky/Monticello America/Louisville America/Kentucky/Louisville EST5EDT
Haiti Standard Time=America/Port-au-Prince
Cuba Standard Time=America/Havana Cuba
US Eastern Standard Time=America/Indianapolis America/Fort_Wayne America/Indiana/Indianapolis US/East-Indiana America/Indiana/Marengo America/Indiana/Vevay
Turks And Caicos Standard Time=America/Grand_Turk
Paraguay Standard Time=America/Asuncion
Atlantic Standard Time=America/Halifax Canada/Atlantic Atlantic/Bermuda America/Glace_Bay America/Goose_Bay America/Moncton America/Thule
Venezuela Standard Time=America/Caracas
Central Brazilian Standard Time=America/Cuiaba America/Campo_Grande
SA Western Standard Time=America/La_Paz America/Antigua America/Anguilla America/Aruba America/Barbados America/St_Barthelemy America/Kralendijk America/Manaus Brazil/West America/Boa_Vista America/Porto_Velho America/Blanc-Sablon America/Curacao America/Dominica America/Santo_Domingo America/Grenada America/Guadeloupe America/Guyana America/St_Kitts America/St_Lucia America/Marigot America/Martinique America/Montserrat America/Puerto_Rico America/Lower_Princes America/Port_of_Spain America/St_Vincent America/Tortola America/St_Thomas America/Virgin Etc/GMT+4
Pacific SA Standard Time=America/Santiago Chile/Continental
Newfoundland Standard Time=America/St_Johns Canada/Newfoundland
Tocantins Standard Time=America/Araguaina
E. South America Standard Time=America/Sao_Paulo Brazil/East
SA Eastern Standard Time=America/Cayenne Antarctica/Rothera Antarctica/Palmer America/Fortaleza America/Belem America/Maceio America/Recife America/Santarem Atlantic/Stanley America/Paramaribo Etc/GMT+3
Argentina Standard Time=America/Buenos_Aires America/Argentina/Buenos_Aires America/Argentina/La_Rioja America/Argentina/Rio_Gallegos America/Argentina/Salta America/Argentina/San_Juan America/Argentina/San_Luis America/Argentina/Tucuman America/Argentina/Ushuaia America/Catamarca America/Argentina/Catamarca America/Argentina/ComodRivadavia America/Cordoba America/Argentina/Cordoba America/Rosario America/Jujuy America/Argentina/Jujuy America/Mendoza America/Argentina/Mendoza
Greenland Standard Time=America/Godthab America/Nuuk
Montevideo Standard Time=America/Montevideo
Magallanes Standard Time=America/Punta_Arenas
Saint Pierre Standard Time=America/Miquelon
Bahia Standard Time=America/Bahia
UTC-02=Etc/GMT+2 America/Noronha Brazil/DeNoronha Atlantic/South_Georgia
Azores Standard Time=Atlantic/Azores America/Scoresbysund
Cape Verde Standard Time=Atlantic/Cape_Verde Etc/GMT+1
UTC=Etc/UTC Etc/UCT Etc/Universal Etc/Zulu UCT UTC Universal Zulu Etc/GMT Etc/GMT+0 Etc/GMT-0 Etc/GMT0 Etc/Greenwich GMT GMT+0 GMT-0 GMT0 Greenwich
GMT Standard Time=Europe/London Europe/Belfast GB GB-Eire Atlantic/Canary Atlantic/Faeroe Atlantic/Faroe Europe/Guernsey Europe/Dublin Eire Europe/Isle_of_Man Europe/Jersey Europe/Lisbon Portugal Atlantic/Madeira
Greenwich Standard Time=Atlantic/Reykjavik Iceland Africa/Ouagadougou Africa/Abidjan Africa/Accra America/Danmarkshavn Africa/Banjul Africa/Conakry Africa/Bissau Africa/Monrovia Africa/Bamako Africa/Timbuktu Africa/Nouakchott Atlantic/St_Helena Africa/Freetown Africa/Dakar Africa/Lome
Sao Tome Standard Time=Africa/Sao_Tome
Morocco Standard Time=Africa/Casablanca Africa/El_Aaiun
W. Europe Standard Time=Europe/Berlin Europe/Andorra Europe/Vienna Europe/Zurich Europe/Busingen Europe/Gibraltar Europe/Rome Europe/Vaduz Europe/Luxembourg Europe/Monaco Europe/Malta Europe/Amsterdam Europe/Oslo Europe/Stockholm Arctic/Longyearbyen Atlantic/Jan_Mayen Europe/San_Marino Europe/Vatican
Central Europe Standard Time=Europe/Budapest Europe/Tirane Europe/Prague Europe/Podgorica Europe/Belgrade Europe/Ljubljana Europe/Bratislava
Romance Standard Time=Europe/Paris Europe/Brussels Europe/Copenhagen Europe/Madrid Africa/Ceuta
Central European Standard Time=Europe/Warsaw Poland Europe/Sarajevo Europe/Zagreb Europe/Skopje
W. Central Africa Standard Time=Africa/Lagos Africa/Luanda Africa/Porto-Novo Africa/Kinshasa Africa/Bangui Africa/Brazzaville Africa/Douala Africa/Algiers Africa/Libreville Africa/Malabo Africa/Niamey Africa/Ndjamena Africa/Tunis Etc/GMT-1
Jordan Standard Time=Asia/Amman
GTB Standard Time=Europe/Bucharest Asia/Nicosia Europe/Nicosia Asia/Famagusta Europe/Athens
Middle East Standard Time=Asia/Beirut
Egypt Standard Time=Africa/Cairo Egypt
E. Europe Standard Time=Europe/Chisinau Europe/Tiraspol
Syria Standard Time=Asia/Damascus
West Bank Standard Time=Asia/Hebron Asia/Gaza
South Africa Standard Time=Africa/Johannesburg Africa/Bujumbura Africa/Gaborone Africa/Lubumbashi Africa/Maseru Africa/Blantyre Africa/Maputo Africa/Kigali Africa/Mbabane Africa/Lusaka Africa/Harare Etc/GMT-2
FLE Standard Time=Europe/Kiev Europe/Mariehamn Europe/Sofia Europe/Tallinn Europe/Helsinki Europe/Vilnius Europe/Riga Europe/Uzhgorod Europe/Zaporozhye
Israel Standard Time=Asia/Jerusalem Asia/Tel_Aviv Israel
South Sudan Standard Time=Africa/Juba
Kaliningrad Standard Time=Europe/Kaliningrad
Sudan Standard Time=Africa/Khartoum
Libya Standard Time=Africa/Tripoli Libya
Namibia Standard Time=Africa/Windhoek
Arabic Standard Time=Asia/Baghdad
Turkey Standard Time=Europe/Istanbul Asia/Istanbul Turkey
Arab Standard Time=Asia/Riyadh Asia/Bahrain Asia/Kuwait Asia/Qatar Asia/Aden
Belarus Standard Time=Europe/Minsk
Russian Standard Time=Europe/Moscow W-SU Europe/Kirov Europe/Simferopol
E. Africa Standard Time=Africa/Nairobi Antarctica/Syowa Africa/Djibouti Africa/Asmera Africa/Asmara Africa/Addis_Ababa Indian/Comoro Indian/Antananarivo Africa/Mogadishu Africa/Dar_es_Salaam Africa/Kampala Indian/Mayotte Etc/GMT-3
Iran Standard Time=Asia/Tehran Iran
Arabian Standard Time=Asia/Dubai Asia/Muscat Etc/GMT-4
Astrakhan Standard Time=Europe/Astrakhan Europe/Ulyanovsk
Azerbaijan Standard Time=Asia/Baku
Russia Time Zone 3=Europe/Samara
Mauritius Standard Time=Indian/Mauritius Indian/Reunion Indian/Mahe
Saratov Standard Time=Europe/Saratov
Georgian Standard Time=Asia/Tbilisi
Volgograd Standard Time=Europe/Volgograd
Caucasus Standard Time=Asia/Yerevan
Afghanistan Standard Time=Asia/Kabul
West Asia Standard Time=Asia/Tashkent Antarctica/Mawson Asia/Oral Asia/Aqtau Asia/Aqtobe Asia/Atyrau Indian/Maldives Indian/Kerguelen Asia/Dushanbe Asia/Ashgabat Asia/Ashkhabad Asia/Samarkand Etc/GMT-5
Ekaterinburg Standard Time=Asia/Yekaterinburg
Pakistan Standard Time=Asia/Karachi
Qyzylorda Standard Time=Asia/Qyzylorda
India Standard Time=Asia/Calcutta Asia/Kolkata
Sri Lanka Standard Time=Asia/Colombo
Nepal Standard Time=Asia/Katmandu Asia/Kathmandu
Central Asia Standard Time=Asia/Almaty Antarctica/Vostok Asia/Urumqi Asia/Kashgar Indian/Chagos Asia/Bishkek Asia/Qostanay Etc/GMT-6
Bangladesh Standard Time=Asia/Dhaka Asia/Dacca Asia/Thimphu Asia/Thimbu
Omsk Standard Time=Asia/Omsk
Myanmar Standard Time=Asia/Rangoon Asia/Yangon Indian/Cocos
SE Asia Standard Time=Asia/Bangkok Antarctica/Davis Indian/Christmas Asia/Jakarta Asia/Pontianak Asia/Phnom_Penh Asia/Vientiane Asia/Saigon Asia/Ho_Chi_Minh Etc/GMT-7
Altai Standard Time=Asia/Barnaul
W. Mongolia Standard Time=Asia/Hovd
North Asia Standard Time=Asia/Krasnoyarsk Asia/Novokuznetsk
N. Central Asia Standard Time=Asia/Novosibirsk
Tomsk Standard Time=Asia/Tomsk
China Standard Time=Asia/Shanghai Asia/Chongqing Asia/Chungking Asia/Harbin PRC Asia/Hong_Kong Hongkong Asia/Macau Asia/Macao
North Asia East Standard Time=Asia/Irkutsk
Singapore Standard Time=Asia/Singapore Singapore Asia/Brunei Asia/Makassar Asia/Ujung_Pandang Asia/Kuala_Lumpur Asia/Kuching Asia/Manila Etc/GMT-8
W. Australia Standard Time=Australia/Perth Australia/West
Taipei Standard Time=Asia/Taipei ROC
Ulaanbaatar Standard Time=Asia/Ulaanbaatar Asia/Ulan_Bator Asia/Choibalsan
Aus Central W. Standard Time=Australia/Eucla
Transbaikal Standard Time=Asia/Chita
Tokyo Standard Time=Asia/Tokyo Japan Asia/Jayapura Pacific/Palau Asia/Dili Etc/GMT-9
North Korea Standard Time=Asia/Pyongyang
Korea Standard Time=Asia/Seoul ROK
Yakutsk Standard Time=Asia/Yakutsk Asia/Khandyga
Cen. Australia Standard Time=Australia/Adelaide Australia/South Australia/Broken_Hill Australia/Yancowinna
AUS Central Standard Time=Australia/Darwin Australia/North
E. Australia Standard Time=Australia/Brisbane Australia/Queensland Australia/Lindeman
AUS Eastern Standard Time=Australia/Sydney Australia/ACT Australia/Canberra Australia/NSW Australia/Melbourne Australia/Victoria
West Pacific Standard Time=Pacific/Port_Moresby Antarctica/DumontDUrville Pacific/Truk Pacific/Chuuk Pacific/Yap Pacific/Guam Pacific/Saipan Etc/GMT-10
Tasmania Standard Time=Australia/Hobart Australia/Tasmania Australia/Currie Antarctica/Macquarie
Vladivostok Standard Time=Asia/Vladivostok Asia/Ust-Nera
Lord Howe Standard Time=Australia/Lord_Howe Australia/LHI
Bougainville Standard Time=Pacific/Bougainville
Russia Time Zone 10=Asia/Srednekolymsk
Magadan Standard Time=Asia/Magadan
Norfolk Standard Time=Pacific/Norfolk
Sakhalin Standard Time=Asia/Sakhalin
Central Pacific Standard Time=Pacific/Guadalcanal Antarctica/Casey Pacific/Ponape Pacific/Pohnpei Pacific/Kosrae Pacific/Noumea Pacific/Efate Etc/GMT-11
Russia Time Zone 11=Asia/Kamchatka Asia/Anadyr
New Zealand Standard Time=Pacific/Auckland Antarctica/South_Pole NZ Antarctica/McMurdo
UTC+12=Etc/GMT-12 Pacific/Tarawa Pacific/Majuro Pacific/Kwajalein Kwajalein Pacific/Nauru Pacific/Funafuti Pacific/Wake Pacific/Wallis
Fiji Standard Time=Pacific/Fiji
Chatham Islands Standard Time=Pacific/Chatham NZ-CHAT
UTC+13=Etc/GMT-13 Pacific/Enderbury Pacific/Fakaofo
Tonga Standard Time=Pacific/Tongatapu
Samoa Standard Time=Pacific/Apia
Line Islands Standard Time=Pacific/Kiritimati Etc/GMT-14
`;

/** IANA zones of a Windows zone, the usual one first; empty for a name that is none. */
export function ianaOfWindows(name: string): readonly ZoneName[] {
  return read().ianaByWindows.get(name) ?? [];
}

/** The Windows zone of an IANA zone, or undefined when CLDR names none. */
export function windowsOfIana(zone: ZoneName): string | undefined {
  return read().windowsByIana.get(zone);
}

interface ZoneMaps {
  readonly ianaByWindows: ReadonlyMap<string, readonly ZoneName[]>;
  readonly windowsByIana: ReadonlyMap<ZoneName, string>;
}

let maps: ZoneMaps | undefined;

/** Taken apart at the first need. */
function read(): ZoneMaps {
  maps ??= readTable();
  return maps;
}

function readTable(): ZoneMaps {
  const ianaByWindows = new Map(
    table
      .trim()
      .split('\n')
      .map((line): [string, readonly ZoneName[]] => {
        const [name = '', zones = ''] = line.split('=');
        return [name, zones.split(' ')];
      }),
  );
  const windowsByIana = new Map(
    [...ianaByWindows].flatMap(([name, zones]) => zones.map((zone): [ZoneName, string] => [zone, name])),
  );
  return { ianaByWindows, windowsByIana };
}
