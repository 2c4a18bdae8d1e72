"""The weights of the rules engine, in hundredths: how much each feature speaks for a choice.

They were learned from annotated news as logarithms of odds (logistic and multinomial regression), and then cut to the
features that matter. A feature is a name that the module of its choice makes: of classes of words, distances and digits of
cue words, hardly ever of a word itself. CUE says whether a word is a cue, LEFT and RIGHT whether the word next to a cue
belongs to it, SOURCE which phrase is the source, PLACE whether the content is after the cue, before or both, START and END where
content after it begins and ends, BEFORE where content before it begins, and LEVEL whether the whole is right.
"""

from __future__ import annotations

from newsfacts.drafting.linear import LinearModel

__all__ = ["BEFORE", "CUE", "END", "LEFT", "LEVEL", "PLACE", "RIGHT", "SOURCE", "START"]

CUE = LinearModel.parse(
    "Capital=-73 Capitalg0=-29 Capitalg1=-25 a=-7 aTfb=53 ab=32 abh=31 afb=7 afd=31 afg=-37 afs=-9 ah=33 ahfd=4 "
    "amfb=-5 deep=-154 fbg0=-90 fbg1=-10 fbg2=-8 fbg3=-34 fbg4=-24 fbg6=15 fbg7=42 fbg8=61 fbg9=57 fd=-17 fdg0=28 "
    "fdg2=-57 fdg3=-21 fdg6=-16 fdg7=20 fdg8=16 fdg9=62 fg=15 fgg0=-117 fgg1=-43 fgg2=-29 fgg5=21 fgg6=36 fgg7=57 "
    "fgg8=51 fgg9=60 fsg0=-79 fsg1=-34 fsg2=-19 fsg6=30 fsg7=-22 fsg8=32 fsg9=106 g0=-258 g1=-197 g2=-114 g3=-75 "
    "g4=-7 g5=35 g6=65 g7=98 g8=160 g9=285 hasQ=20 headline=44 m$=-25 m's=34 m,=-44 m-=-125 m.=-70 m:=63 mQ=134 "
    "mabout=122 madv=-35 mand=-38 mas=70 mday=-42 mdet=7 med=-63 min=-28 mmodal=31 mnum=-28 mobj=59 mof=26 "
    "mpast=-65 mposs=15 mprep=-46 ms=10 msubj=34 mthat=77 mto=27 mwh=86 mx=3 n's=-60 n'sfb=-46 n,=-44 n,fb=-18 "
    "n,fd=48 n,fs=-28 n,g0=-45 n,g1=20 n,g2=-19 n-fs=-78 n.=-43 n.fb=-20 n.fd=68 n.g0=-54 n.g2=5 n:=34 n:fb=-79 "
    "n:fs=133 n?=-115 nCap=39 nCapfd=-17 nCapfs=39 nCapg2=37 nQfd=-55 nQfs=81 nabout=77 naboutfb=46 naboutfd=-44 "
    "naboutfs=34 naboutg1=51 nadvg0=-71 nadvg2=32 nafterg1=-94 nand=-107 nandfd=47 nandfs=-83 nandg2=-57 nasg0=-45 "
    "nbefs=-71 nbeg0=-30 ndayfb=88 ndayg1=-73 ndayg2=24 ndet=28 ndetfb=28 ndetfd=-10 ndetfs=31 ndetg0=12 ndetg2=5 "
    "ned=-11 nedfs=-43 nedg0=-56 nfor=52 nforfb=53 nforfd=-33 nforfs=49 nforg2=43 nfrom=-27 nfromfb=63 nfromfd=-102 "
    "nhave=-95 nin=-9 ninfb=42 ninfd=-13 ninfs=51 ning2=27 ningg0=-28 ningg2=44 nmark=-69 nmodalg1=-110 nnum=-89 "
    "nnumg0=-36 nobj=45 nobjfg=45 nof=64 nofg1=60 npast=-91 npastfb=-104 npastg0=-46 npastg1=-61 nposs=47 "
    "npossfg=48 npossg2=17 nprep=-5 nprepfb=28 nprepfd=-32 nprepfs=44 nprepg0=58 npronfb=64 nsfb=-29 nsfd=-26 "
    "nsubj=120 nsubjfs=39 nsubjg2=3 nthat=104 nthatfb=-24 nthatfd=68 nthatfg=89 nthatfs=-29 nthatg1=63 nthatg2=8 "
    "ntitle=47 ntitleg2=33 nto=21 ntofb=21 ntofd=-15 ntofg=-15 ntofs=29 ntog0=-15 ntog1=23 ntog2=12 nwh=58 nwith=47 "
    "nwithfd=-49 nwithg1=-50 nwithg2=39 nxfd=-21 nxg0=-26 nxg2=20 p'sfb=15 p'sfd=-90 p)g2=104 p,=57 p,fd=6 p,fg=10 "
    "p,g2=27 p-fd=43 pCap=40 pCapfd=24 pCapfg=-35 pCapfs=26 pCapg2=30 pQ=-46 pQg0=-93 pQg1=62 pQg2=-15 p^fb=-55 "
    "p^fg=50 pafter=56 pandfb=-47 pandg2=29 pday=79 pdayfd=50 pdayg2=53 pdet=-39 pdetfd=16 pdetfs=-51 pdetg0=-5 "
    "pdetg1=-15 ped=-82 pedg0=-69 pin=-8 ping0=-85 pingg0=-60 pnumfs=-99 pnumg0=-53 pof=-46 poffb=22 poffd=-73 "
    "ppast=60 ppossfb=51 ppossfg=-87 ppron=20 pprong0=-33 ps=21 psfb=65 psg2=45 psubj=51 psubjfd=10 psubjfs=54 "
    "psubjg1=36 psubjg2=22 pthat=-31 pthatfb=-8 pthatfd=32 pthatg0=-30 pto=-35 ptofb=-29 pwh=-58 pwhfd=-58 "
    "pwhichg0=-54 pwhofb=16 pwhofd=-52 pwhog0=34 px=3 pxfb=-31 pxfd=25 pxfg=-31 pxg0=-3 pxg2=35 q's=27 q,=32 "
    "qCap=15 qQ=174 q^=34 qafter=-22 qand=-14 qbe=43 qby=-91 qday=50 qed=-56 qhave=39 qin=-30 qing=-21 qof=-15 "
    "qpart=71 qtitle=32 qto=-41 qwh=-43 qwhich=44 qx=-12 unended=-19 ",
    -1.00,
)

LEFT = LinearModel.parse(
    "d1=-86 d4=92 k,=-267 k,npast=-126 k,pCap=-65 kCap=-197 kCapnCap=160 kCapnadv=-151 kCapnbe=-201 kCapned=-218 "
    "kCapnhave=-216 kCapnpast=-245 kCapp,=-157 kCappCap=-104 kCapp^=-138 kCappmark=-116 kadv=285 kand=-227 kbe=305 "
    "kbened=133 kbening=154 kdetnx=266 kdetp^=-203 kdo=354 ked=170 khave=390 khavened=149 kin=167 kly=323 "
    "klyned=108 kmark=-124 kmarknpast=-151 kmarkp,=-201 kmodal=265 kmodalnx=190 knot=373 kpast=212 kpron=-93 ks=-87 "
    "ksnbe=-235 ksned=-150 ksnhave=-228 ksnpast=-187 ksnx=-131 ksubj=-418 ksubjnpast=-36 ksubjp,=-92 ksubjp^=-118 "
    "ksubjpmark=-88 kto=142 ktonx=210 kwho=-337 kx=34 kxnbe=-269 kxned=-197 kxnhave=-281 kxnpast=-272 kxnx=141 "
    "kxpCap=-140 kxpx=-77 ",
    -0.02,
)

RIGHT = LinearModel.parse(
    "b,=176 bCap=50 babout=-342 band=132 bas=-249 bby=-156 bdet=264 bfor=-277 bin=-45 bing=15 bof=-218 bpast=-40 "
    "bposs=161 bprep=-75 bs=-28 bto=-155 bwith=-102 bx=-9 d1=-121 d1n$=-72 d1n's=-124 d1n:=208 d1nCap=-47 d1nQ=-103 "
    "d1nabout=202 d1nbe=-136 d1nday=-65 d1nfor=86 d1nhave=-120 d1nin=44 d1nmodal=-107 d1nnum=-89 d1npast=-128 "
    "d1nprep=55 d1ns=-39 d1nsubj=-99 d1nthat=73 d1nto=44 d1nwh=80 d1nx=-27 d2=26 d2n's=-65 d2nCap=-47 d2nabout=110 "
    "d2nand=-103 d2nof=-84 d2ns=-78 d2nthat=108 d2nx=-22 d3=26 d3ns=-79 d4=70 w/,=-136 w/,fd=-15 w/,g4=-71 "
    "w/,nQ=-134 w/,nx=121 w/.=-171 w/.d1=-53 w/.fd=-117 w/.g4=-96 w/.n$=-166 w/:=-239 w/:fd=-88 w/:nQ=-94 w/Cap=-62 "
    "w/Capd1=-248 w/Capd4=63 w/Capfb=-77 w/Capfd=41 w/Capfg=-89 w/Capg1=-82 w/Capg3=-36 w/Capg4=12 w/Capn's=-53 "
    "w/Capn,=-74 w/dayfd=136 w/daynthat=-81 w/edd1=-57 w/ingd1=-98 w/lyd1=79 w/lyfd=133 w/s=-14 w/sd1=-92 w/sg4=-69 "
    "w/snabout=117 w/snin=72 w/title=-82 w/titled1=-106 w/titlenCap=-93 w/x=85 w/xd1=-116 w/xd3=41 w/xd4=40 "
    "w/xfd=119 w/xg4=-53 w/xn,=-78 w/xnand=-131 w/xndet=60 w/xns=-124 w/xnthat=85 w/xnx=-88 wa=-102 wabout=226 "
    "waboutd1=103 wad2=66 wafd=105 wafg=-45 wagainst=237 wagainstd1=156 wanfd=83 wanx=29 wasd1=118 wat=49 watd1=58 "
    "watg2=140 wback=208 wbyd1=72 wbyfd=-65 wfor=146 wford1=126 wforg2=47 wfornCap=88 whe=-99 whed1=-146 wheg4=-87 "
    "wher=-102 wherd1=-58 wherg4=-80 whernx=92 whim=-170 whis=-120 whisfd=79 whisg4=-52 whow=-158 win=43 wind1=76 "
    "winnday=-105 wit=-20 witg4=-127 wof=183 wofd1=-8 woffb=119 woffs=127 wofg1=73 wofg3=84 won=169 wond1=93 "
    "woned1=-135 wong1=104 wong2=74 wong4=-65 wonnday=-190 wout=224 woutd1=196 wover=177 wshe=-83 wshed1=-102 "
    "wsheg4=-69 wthat=-234 wthatd1=-39 wthatfb=-52 wthatfd=-64 wthatfg=-63 wthatg4=-94 wthatnCap=-77 wthatndet=-68 "
    "wthatnsubj=-71 wthe=-58 wthed1=-77 wthefb=-78 wthefd=44 wthefg=-23 wtheg1=73 wtheg2=-54 wtheg3=-73 wtheg4=-31 "
    "wthem=-119 wthenCap=-70 wthenx=-20 wthey=-142 wtheyd1=-85 wtheyg4=-81 wto=10 wtod1=91 wtofd=-23 wtofg=126 "
    "wtonCap=99 wtonbe=-79 wtondet=133 wtons=125 wtonx=-80 wup=157 wupd1=152 wwhat=-180 wwhether=-163 wwith=87 "
    "wwithd1=134 w“=-92 w“nQ=-92 ",
    0.25,
)

SOURCE = LinearModel.parse(
    "L00b=102 L00d=136 L00g=49 L00s=106 L01b=32 L01d=55 L01g=89 L01s=59 L02d=98 L10b=-84 L10d=-81 L10g=-134 "
    "L10s=-24 L11d=-77 L12b=-92 L20d=-67 L20g=-116 L21d=-45 L22b=-91 LQ=11 La,=79 La,b=20 La,d=109 La,g=-80 LaQ=-90 "
    "LaQd=-5 LaQg=-65 Laadv=100 Laand=-202 Labe=87 Labed=-105 Ladjb=79 LadjbQ=89 Ladjbbe=-97 Ladjd=-21 Ladjg=277 "
    "LadjhCap=87 Ladjhdet=82 Ladjhed=-152 Ladjhing=-165 Ladjhposs=120 Ladjhsubj=18 Ladjhtitle=127 Ladjs=56 Laed=130 "
    "Laedg=45 Lahave=144 Lainb=-116 Laind=65 Laingd=-96 Laly=70 Lamodalb=107 Land=64 Laof=-191 Laofd=-60 Laofg=-68 "
    "Lapast=175 Lapastd=51 Las=-75 Lasb=-70 Lasd=-93 Lass=130 Lato=-57 Latod=-73 Lax=-117 Laxb=58 Laxd=-101 "
    "Laxg=-55 Laxs=-18 Lb(hCap=-162 Lb,=118 Lb,hCap=6 Lb,hadv=-146 Lb,hing=-107 Lb,hx=80 Lb-=103 Lb-hCap=161 "
    "LbQ=138 LbQhdet=112 Lb^=33 Lb^hCap=85 Lb^hQ=-54 Lb^hdet=98 Lb^hsubj=77 Lb^hthat=-158 Lb^htitle=55 Lbabout=-148 "
    "Lbas=87 Lbbe=-70 Lbbut=128 Lbby=-142 Lbed=-141 Lbedhdet=-64 Lbfor=-126 Lbfrom=-158 Lbhave=-91 Lbin=-174 "
    "Lbing=-143 LbinhCap=-122 Lbinhdet=-94 Lbmodalhx=-118 Lbnum=-154 Lbnumhx=-105 Lbof=-218 Lbprep=-105 Lbsub=138 "
    "Lbthat=100 Lbto=-123 Lbtohx=-55 Lbwh=140 Lbwhich=163 Lbwho=88 Lcommas1=-145 Lcommas1o=222 Lcommas2=-112 "
    "Lcommas2o=234 Lcommas3o=261 Le,c,=146 Le,csubj=-42 Leandcand=-95 Lesc,=65 Lexc,=-61 LexcCap=-38 Lexcs=-37 "
    "Lexcx=25 Lfarb=-112 Lfarb^=41 Lfarbbe=28 Lfarbhave=-40 Lfarbin=-44 Lfarbnum=-19 Lfarbof=5 Lfarbpast=78 "
    "Lfarbprep=-49 Lfarbto=-15 Lfarbwith=-115 Lfard=-148 Lfarg=8 LfarhCap=97 LfarhQ=-55 Lfarhadv=-123 Lfarhdet=55 "
    "Lfarhed=-190 Lfarhing=-140 Lfarhly=-80 Lfarhnum=-103 Lfarhpast=-144 Lfarhposs=129 Lfarhthat=-73 Lfarhtitle=198 "
    "Lfarhx=-40 Lfarp,=21 LfarpCap=-122 Lfarpand=174 Lfarpbut=143 Lfarpdet=-47 Lfarps=-96 Lfarpsubj=-94 Lfarpto=105 "
    "Lfarpwho=-79 Lfars=-98 Lg0b=68 Lg0d=46 Lg0s=79 Lg1b=35 Lg1d=22 Lg1g=66 Lg2d=-47 Lg3b=-68 Lg3d=-93 Lg3s=-57 "
    "Lg4b=-107 Lg4d=-97 Lg4g=-61 Lg4s=-98 LhCapt's=188 LhCaptCap=22 LhCaptQ=106 LhCaptwho=-130 LhCaptx=58 LhQtQ=-55 "
    "LhdettCap=53 Lhdettdet=35 Lhdettx=71 Lhposstposs=226 Lhsubjtsubj=333 LhtitletCap=35 Lhwhotwho=299 LhxtCap=24 "
    "Lhxtdet=-56 Lhxts=36 Lhxtx=-105 Ll1=113 Ll13=-99 Ll2=39 Ll3=34 Ll5=-34 Ll8=-55 Lof=31 Lprep=-59 Lt)=209 "
    "LtCap=87 LtQ=11 Ltday=-83 Ltdet=-184 Lted=-28 Ltnum=46 Ltposs=-88 Lts=104 Ltsubj=-97 Ltwho=-126 Lverbs=-152 "
    "Lwho=73 RCapbCap=-105 RCapd=-28 RCaphCap=-45 Ra,=108 Ra,g=189 Ra.=182 Ra.d=109 Ra.g=179 Raand=-83 Raasd=132 "
    "Rabe=-64 Radet=-82 Radetd=-78 Radjb=-87 Radjbabout=-100 Radjbin=-60 Radjbing=-159 Radjbpast=69 Radjbs=104 "
    "Radjbto=110 Radjbx=49 Radjd=70 Radjg=135 RadjhCap=18 Radjhposs=-59 Radjhthat=-141 Radjhwh=-95 Radjhx=28 "
    "Radjp,=146 RadjpCap=-33 RadjpQ=218 Radjpand=-72 Radjs=-62 Raed=-101 Raing=-69 Rand=38 Raof=-132 Rapast=-92 "
    "Ras=-194 Rasd=-68 Rathat=73 Rax=-208 Raxd=-143 Raxg=-49 Rb=-37 RbCap=-97 Rbabout=-114 Rbby=437 Rbdet=-98 "
    "Rbdethx=-51 Rbedhdet=19 Rbfrom=438 Rbing=-190 Rbof=74 Rbpast=64 RbpasthCap=37 Rbpasthdet=-72 Rbpasthsubj=-103 "
    "Rbposs=-87 Rbprep=139 Rbthat=-96 Rbto=109 Rbx=-58 Rbybby=183 Rbyd=192 Rcommas1=71 Rcommas1o=88 Rcommas2=25 "
    "Rd=-114 Rdetbdet=-98 Rdetd=-24 Rdethx=-51 RecCap=11 RecQ=20 Recand=-58 Recsubj=38 Recto=-90 Recx=50 Rg=-89 "
    "Rg0b=-37 Rg0d=-114 Rg0g=-89 Rg0s=-52 RhCaptx=16 RhdettCap=92 Rhdetts=57 Rhdettx=61 Rhsubjtsubj=62 Rhxts=60 "
    "Rhxtx=-43 Rinbin=114 Rinhdet=125 Rl1=63 Rl13=-82 Rl4=-25 Rl5=-37 Rl8=-68 Rof=44 Rofbof=245 Rpossbposs=-87 "
    "Rprep=-5 Rprepbprep=225 Rs=-52 Rt's=-72 RtCap=87 Rtdet=-57 Rthatbthat=-95 Rtohx=-115 Rtpron=-72 Rts=72 "
    "Rtthat=-59 Rtwho=-160 Rtx=34 Rverbs=-167 Rwho=90 Rxbx=-108 none=250 none$Cap=-83 none$det=-63 none$subj=-175 "
    "none$that=-71 none$title=-128 none$to=103 none^Q=-141 noneb=70 noneba=-102 noned=283 noneda=-260 nonedab=64 "
    "nonedah=-312 noneg2=83 noneg3=79 nones=95 nounLadjdet=-75 nounRadjx=-80 ",
    0.00,
)

PLACE = LinearModel.parse(
    "aQFalseFalseL=-14 aQFalseTrueL=71 aQTrueFalseL=-37 aQTrueTrueL=37 aa,nQ=194 aa,ning=-60 aa,sL=63 aa,sR=54 "
    "aa.=-67 aa.n$=-65 aa.sL=-84 aa.sR=55 aaCap=120 aaCapn's=18 aaCapsL=87 aadet=90 aadetsL=99 aaingsL=121 "
    "aaobj=156 aaposs=127 aapossnx=61 aaposssL=114 aapron=108 aapronsL=156 aas=109 aassL=94 aasubj=91 aasubjsL=86 "
    "aathat=130 aathatndet=74 aathatsL=69 aatitlesL=140 aatonx=76 aatosL=57 aawh=256 aax=63 aaxsL=91 ab,a,=-108 "
    "ab,a.=-63 ab,cadv=77 ab,cday=122 ab,sL=78 ab,sR=-83 abCap=-70 abQ=-3 abQQa,=-37 abQa,=-37 abQcQ=-59 abQsL=18 "
    "ab^=103 ab^^aCap=27 ab^^adet=27 ab^aCap=27 ab^adet=27 ab^c^=103 ab^sL=40 abafter=177 aband=47 abbut=87 "
    "abbutsL=122 abs=-57 absub=132 absubsL=61 abwhichc,=-278 abxcdet=-51 ag0sL=56 ag2sL=26 ag4s0=56 ag4sL=-28 "
    "ag4sR=90 agapFalse,=-33 agapFalseCap=-90 agapFalseQ=-83 agapFalse^=145 agapFalseand=109 agapFalsebut=68 "
    "agapFalses=-79 agapFalsesub=99 agapFalsex=-70 agapTrue,=22 agapTrue^=-42 ah-=-20 ah-asubj=91 ah-athat=36 "
    "ahCap=2 ahCapaCap=-55 ahCapathat=66 ahsubj=-36 ahsubja,=-46 ahwho=168 as0=-42 as0fba=72 as0fd=-74 as0fdab=-60 "
    "as0fga=154 as0fs=109 asL=56 asLfb=23 asLfba=-18 asLfda=7 asLfg=49 asLfga=132 asLfgab=-41 asR=-5 asRfd=-101 "
    "asRfg=50 asRfga=83 asn0aCap=27 asn0adet=27 asn3a,=-59 asn3a.=11 asn3adet=2 asn3asubj=72 aw0=67 awL=61 awR=110 "
    "awaccordR=-89 awsayL=19 awsayR=-45 awtellL=-109 bQFalseFalseL=31 bQFalseFalseR=87 bQFalseTrueL=-74 "
    "bQTrueFalseL=85 bQTrueFalseR=128 bQTrueTrueL=-90 ba,=66 ba,nQ=-221 ba,ning=171 ba,sR=-70 ba.=125 ba.n$=121 "
    "ba.sL=123 ba.sR=-87 baCap=-108 baCapn's=-85 baCapsL=-38 badet=-73 badetnx=-72 badetsL=-53 bain=123 baingsL=-93 "
    "baobj=-90 baobjsL=-80 baposs=-93 baposssL=-35 bapron=-98 bapronsL=-69 bas=-108 bassL=-75 basubj=-68 "
    "basubjsL=-67 bathat=-63 bathatndet=-41 bathatsL=-51 batitle=-146 bato=-15 batonx=-108 batos0=-59 batosL=-28 "
    "bawh=-99 bax=-87 baxsL=-20 bb,a,=-137 bb,a.=112 bb,cadv=-67 bb,cx=6 bbQ=53 bbQQa.=28 bbQa.=28 bbQcQ=93 "
    "bbQsL=85 bb^=-29 bb^^adet=-18 bb^adet=-18 bb^c^=-29 bb^sL=20 bbsub=-68 bbxs0=53 bg1sL=44 bg2sL=-30 bg3s0=-31 "
    "bg3sL=-17 bg4sL=-30 bg4sR=-28 bgapFalseQ=62 bgapFalse^=-97 bgapFalseand=-35 bgapFalsesub=-57 bgapFalsex=49 "
    "bgapTrue^=68 bh-=16 bh-aing=-131 bhCap=43 bhCapa.=35 bhsubja.=28 bhsubjaCap=-59 bhwho=-42 bs0=-113 bsL=-48 "
    "bsLfb=8 bsLfba=16 bsLfd=12 bsLfda=14 bsLfga=-20 bsR=-3 bsRfda=12 bsn0adet=-18 bsn3a,=80 bsn3a.=32 bsn3adet=-38 "
    "bsn3asubj=-47 bsn3athat=-46 bwL=-40 bwaccordR=65 bwaddL=-87 bwsayL=-54 bwsayR=56 bwtellL=160 mQFalseFalseL=-17 "
    "mQFalseTrueL=3 mQTrueFalseL=-48 mQTrueFalseR=-100 mQTrueTrueL=54 ma,=-147 ma,nbe=159 ma,ning=-111 ma,sL=139 "
    "ma.=-58 ma.n$=-56 ma.sL=-39 ma.sR=32 madetnx=29 madetsL=-46 mapronsL=-87 mathat=-67 mathatndet=-33 "
    "mathatsL=-19 matonx=32 matos0=108 maxsL=-71 mb,a,=246 mb,a.=-49 mb,cx=-39 mb,sL=-78 mbQQa,=111 mbQQa.=-21 "
    "mbQa,=111 mbQa.=-21 mb^=-74 mb^c^=-74 mb^sL=-60 mband=-89 mbandsL=-76 mbbutsL=-71 mbsub=-63 mbxcdet=44 "
    "mg0sL=-42 mg2sL=4 mg3s0=57 mg3sL=48 mg4sL=59 mgapFalse,=-2 mgapFalseQ=20 mgapFalse^=-48 mgapFalses=24 "
    "mgapFalsex=21 mgapTrue,=-65 mgapTrue^=-26 mh-=4 mh-adet=23 mh-athat=-43 mh-ax=-48 mhsubj=33 mhwho=-126 "
    "ms0fba=-26 ms0fd=30 ms0fdab=12 msL=-8 msLfd=-6 msLfda=-21 msLfg=-104 msLfga=-112 msLfgab=68 msR=8 msRfb=-105 "
    "msRfd=165 msRfda=-98 msRfg=-25 msn3ax=94 mw0=-80 mwL=-22 mwR=-59 mwaddL=73 mwappear0=149 mwsayL=35 mwtellL=-51 ",
    0.00,
)

START = LinearModel.parse(
    "askn4bCap=90 b's=-58 b,=75 b,kQ=-86 b,kQmQ=-86 b,kbe=129 b,kdet=90 b,king=-55 b,kx=69 b,say=148 b-=94 b:=137 "
    "b:kQ=-65 b:kQmQ=-65 bCap=57 bCapask=113 bCapk's=-27 bCapkCap=-176 bCapkfor=100 bCapks=-93 bCapkx=-98 "
    "bCapsay=-35 bQ=97 bQkQ=162 bQkQmQ=252 bQsay=117 b^=55 b^k,=-83 b^kCap=65 b^kdet=-28 b^kdetmCap=-48 "
    "b^kdetmQ=131 b^kdetmx=-6 b^kposs=18 b^kpossmx=-88 b^kpron=87 b^ksubj=86 b^ktomx=137 b^kwh=108 b^kxmx=-74 "
    "b^say=65 b^tell=-148 babout=118 badv=-81 bafter=-57 band=-48 bbekdet=-54 bbesay=-59 bdet=-53 bdetkCap=-94 "
    "bdetks=-42 bdetkx=-87 bdetsay=-52 bdettell=-88 bhave=-56 bin=-53 bing=-105 binkCap=-56 binkdet=-33 "
    "binkdetmx=-65 bmodal=-54 bof=58 bpast=-50 bposskx=-64 bprep=-64 bprepkdet=-80 bskx=58 bssay=-18 bsubj=-28 "
    "bthat=248 bthatkCap=132 bthatkQ=-126 bthatkQmQ=-126 bthatkdet=75 bthatkpron=91 bthatksubj=43 bthatkx=43 "
    "bthatsay=360 bthattell=299 btitle=-42 btitlekCap=-69 bto=-66 btokx=-55 bwh=-62 bx=-17 bxkCap=-59 bxkabout=81 "
    "bxkof=-54 bxks=-101 bxkx=-82 bxsay=-37 fbn0=60 fbn1=-60 fdn0=44 fdn1=-44 fgn0=40 fgn1=-40 fsn0=79 fsn1=-79 "
    "k'smx=-63 k.m$=-101 kCapm.=-39 kCapmbe=52 kCapmhave=74 kCapmx=-41 kQmQ=-94 kdetmCap=-23 kdetmQ=47 kdetmx=12 "
    "kingmdet=35 kinmCap=-75 kinmday=-165 kinmdet=-87 kinmx=48 kofmCap=-126 kofmdet=31 kofmx=-74 kpossmx=42 "
    "kprepmdet=-90 ksm,=33 ksmthat=73 ksubjmbe=42 ksubjmmodal=60 kthatm,=226 kthatmdet=-56 kthatmx=-65 "
    "ktitlemCap=81 ktomCap=-153 ktomQ=215 ktomdet=-125 ktomposs=-137 ktomx=100 kxm,=-8 kxm.=-50 kxmand=47 kxms=10 "
    "kxmto=15 kxmx=-25 n0=223 n0b^=55 n0k,=-117 n0k:=-124 n0kCap=36 n0kdet=68 n0king=70 n0kposs=53 n0kpron=53 "
    "n0ks=44 n0ksubj=93 n0kthat=-17 n0kwh=96 n0kx=46 n1=107 n1b,=43 n1bQ=318 n1bthat=149 n1bto=-57 n1bx=-68 "
    "n1k's=-212 n1k,=-177 n1k.=-131 n1kCap=40 n1kabout=137 n1kand=-52 n1kdet=57 n1ked=-12 n1khave=-68 n1kif=191 "
    "n1kin=-37 n1king=14 n1kly=-22 n1kmodal=-18 n1knot=125 n1kof=18 n1kposs=70 n1kpron=72 n1ks=26 n1ksubj=176 "
    "n1kthat=-92 n1kto=68 n1kwh=223 n1kwho=84 n1kx=-8 n2=60 n2bCap=-28 n2bQ=35 n2bdet=-31 n2bs=49 n2bx=26 "
    "n2kCap=-36 n2kdet=47 n2kx=-88 n3=-28 n3bCap=52 n3bQ=-115 n3kQ=-119 n3kin=54 n3king=71 n3ks=35 n3kx=-59 n4=-108 "
    "n4b,=67 n4b:=104 n4bCap=39 n4bQ=-140 n4band=-26 n4bfor=51 n4bin=70 n4bing=-30 n4bnum=67 n4bof=-73 n4bs=-31 "
    "n4bthat=87 n4bto=-19 n4k,=60 n4kCap=-52 n4kQ=-81 n4kabout=160 n4kand=-40 n4kdet=43 n4kfor=91 n4kin=60 "
    "n4king=84 n4kof=-30 n4ks=-31 n4ksubj=-47 n4kto=55 n4kwh=71 n4kx=-25 n5=-255 s,=117 s,b,=205 s,bQ=101 s,bx=-50 "
    "s,kQ=-26 s,kbe=68 s,kx=53 s,say=47 s-=165 s:=124 s:b:=139 s:bQ=73 sCap=-36 sCapask=100 sCapbCap=19 sCapbof=84 "
    "sCapbs=-22 sCapbx=-15 sCapkdet=53 sCapks=-45 sCapkx=5 sCapsay=-115 sCaptell=80 sQ=54 safter=151 sas=-74 "
    "sayn0b^=65 sayn0k,=-47 sayn0kCap=115 sayn0kdet=83 sayn0ksubj=78 sayn1b,=82 sayn1bQ=161 sayn1bthat=66 "
    "sayn1kQ=54 sayn2bQ=80 sayn2kQ=70 sayn3bQ=-50 sayn3kQ=-53 sayn4bQ=-74 sayn4kCap=-44 sayn4kQ=-73 sayn4kx=-52 "
    "sdet=-68 sdetb,=97 sdetbQ=-15 sdetbdet=-98 sdetbx=63 sdetkQ=-15 sdetkto=98 sdetkx=-38 sdetsay=-83 sdettell=23 "
    "sed=-100 sif=-180 sin=129 sinbin=-167 sinbthat=47 sing=-70 sinkx=-93 sinsay=118 skips,=43 skipsQ=23 "
    "skipsthat=92 sly=-123 snot=-106 snum=-69 sobj=-75 sobjbQ=-80 sobjbobj=90 sobjkQ=-85 sposs=-53 spossbposs=-35 "
    "spossbs=132 sposskx=-50 sposssay=-102 spron=-53 spronbpron=103 spronkQ=-59 spronkx=63 spronsay=-98 ss=-44 "
    "ssbx=70 sskdet=41 sssay=-112 sstell=69 ssubj=-93 ssubjsay=-78 sthat=17 sthatbQ=79 sthatbthat=122 sthatbx=-27 "
    "sthatk,=-85 sthatk.=-61 sthatkQ=-19 sthatkdet=40 sthatking=64 sthatkto=-52 sthatkx=49 stitle=-85 stobCap=94 "
    "stobs=82 stobto=-70 stobx=-22 stokCap=-59 stokdet=-90 stoking=50 stokx=-57 swh=-96 swith=82 sx=-46 sxbCap=109 "
    "sxbs=-36 sxkCap=-71 sxks=-43 sxkx=-29 telln0b^=-148 telln4bQ=-42 telln4bthat=110 telln4kQ=-44 ",
    0.00,
)

END = LinearModel.parse(
    "a$=74 a$$=51 a$$$=51 a$c=51 a$fd=5 a$fs=27 a$g0=-19 a$g2=33 a$g3=30 a$g4=81 a$l12=62 a$l20=117 a$l3=-47 "
    "a$l4=-32 a$n=73 a$q=-50 a$vFalse=11 a$vTrue=63 a(vTrue=158 a)=159 a)g4=74 a)n=72 a)vTrue=107 a,=69 a,Cap,=-191 "
    "a,CapCap=-118 a,Capand=-154 a,Caped=201 a,Cappast=149 a,Q=-111 a,QQ=-111 a,but=40 a,c=17 a,det=35 a,detas=-137 "
    "a,fd=8 a,g2=24 a,g4=32 a,ing=49 a,ingthat=76 a,l12=15 a,l3=31 a,n=94 a,past=93 a,sub=56 a,subj=79 "
    "a,subjmodal=-139 a,vTrue=55 a,x=-140 a,xand=-110 a-=203 a-fd=37 a-g3=21 a-l12=18 a-n=45 a-vTrue=71 a:=171 "
    "a:vTrue=69 a;=233 a;n=118 a;vFalse=88 aQ=-34 aQQ=-34 aQQQ=-34 aQfd=-39 aQg4=-40 aQn=-54 aQvFalse=-72 "
    "aabout=-93 aaboutCap=-52 aaboutfb=-57 aaboutn=-40 aaboutvTrue=-58 aadvas=139 aadvg4=-98 aadvl12=-59 "
    "aadvvFalse=41 aadvvTrue=-37 aaftering=122 aaftervFalse=109 aandCap=-123 aandQ=-127 aandQQ=-127 aanddet=-112 "
    "aanddetx=-73 aanded=118 aandedx=-157 aandfd=-40 aandfg=19 aandg4=30 aanding=81 aandingx=-121 aandl12=-52 "
    "aandl20=-64 aandl4=18 aandl7=-5 aandpast=224 aandposs=-106 aandx=-75 aandx.=-88 aandxs=-58 aandxx=-73 "
    "aassubj=188 aasvTrue=-56 abe=-31 abeQ=-59 abeQQ=-59 abedet=19 abefd=-76 abeg1=76 abeg2=44 abeg4=-113 "
    "abeing=-70 abel1=-29 abel12=-32 abel2=-61 abel4=34 abel7=61 aben=-40 abevFalse=-41 abex=-41 abut=120 abutg4=71 "
    "aby=-8 abyfd=59 abyg4=-36 abying=165 abyvTrue=-111 adayvFalse=137 adayvTrue=-54 aed=-49 aedfd=-63 aedg4=-72 "
    "aedin=44 aedl1=-25 aedl20=42 aedn=-5 aedprep=87 aedvFalse=-58 afor=-35 afordetx=28 aforfd=40 aforl12=-46 "
    "aforn=-16 aforvTrue=-78 afrom=-52 afromg2=-72 afroml7=-63 afromvTrue=-50 afterQ$n=41 afterQ$q=85 "
    "afterQandn=101 afterQingn=168 afterQinn=91 ain=-9 ainCap.=64 ainday=110 aindetCap=-22 aindets=84 aindetx=71 "
    "ainfd=43 ainfs=-48 aing=-62 aing3=-48 aing4=-33 aingfb=-31 aingfd=41 aingg2=-88 aingl12=40 aingn=-89 aings=-77 "
    "aingthat=84 aingvTrue=-5 ainl1=129 ainl12=-98 ainl2=46 ainl20=-18 ainl7=-42 ainn=-13 ainnum.=79 ainvFalse=36 "
    "ainvTrue=-45 ainx=-30 aly=-20 alyfd=-54 alyg3=-50 alyvTrue=-47 aof=-122 aofCap=-28 aofdet=-38 aoffb=-36 "
    "aoffd=-33 aofg3=-44 aofg4=-53 aofl2=-33 aofl4=-29 aofn=-82 aofvFalse=-109 aofx=-30 aprep=-52 aprepc=-39 "
    "aprepdet=55 aprepdetx=59 aprepfg=-58 aprepg2=-65 aprepg3=-35 aprepl12=-50 aprepl4=-57 aprepl7=-74 aprepn=44 "
    "aprepposs=128 aprepvTrue=-75 asub=132 asubfb=88 asubfd=56 asubg4=-56 asubl7=-81 asubvTrue=-24 athat=-31 "
    "athatCap=-59 athatbe=106 athatdet=-50 athatfb=-24 athatl3=-68 athatn=-13 athatsubj=53 athatvFalse=-39 ato=-88 "
    "atobe=-57 atofb=-78 atofd=33 atofs=-31 atog4=-41 atol12=-56 atol20=-22 atol3=45 atol7=-35 aton=-21 atos=122 "
    "atovFalse=19 atovTrue=-107 atox=-27 atoxdet=-51 atoxs=-54 awhol12=58 awhon=-49 awithg3=37 awithl12=-58 "
    "awithl3=66 awithvTrue=-57 b)a$=-143 b:a$=-216 bCapa$=24 bCapa,=36 bCapaadv=97 bCapaand=35 bCapain=89 "
    "bCapaprep=98 bCapasub=95 bCapathat=84 bQaand=94 bQaed=230 bQain=130 bQaing=348 bQasub=122 basaadv=-88 "
    "bedaby=-52 bedain=-42 bingain=-61 bingaprep=-124 blyaed=-63 bpronabe=-60 bsa$=38 bsa,=24 bsaabout=-63 "
    "bsaand=30 bsabe=43 bsaed=48 bsaprep=51 bsathat=-46 bsato=-28 bsubjabe=-117 bsubjaed=-83 bxa$=25 bxa,=44 "
    "bxa;=111 bxaadv=73 bxaand=62 bxabe=126 bxaed=36 bxafor=-53 bxafrom=-63 bxaing=-83 bxaof=-70 bxaprep=35 "
    "bxato=-42 bxawith=-63 c0=76 c1=-65 c3=-37 l1=38 l12=-21 l12n=-33 l12q=-57 l1n=39 l2=22 l20=-62 l20c=-37 "
    "l20n=-50 l2n=51 l3=22 l4=31 l4n=-21 l7=-30 l7c=68 l7n=18 last0c=-79 last0n=-62 last0q=-67 last1=45 last1n=25 "
    "last2=55 last2n=43 last3=24 last3n=67 last6=-48 openparenthesis=-280 sCapa$=-24 sCapaas=-73 sCapabe=49 "
    "sCapaing=-51 sCapaprep=65 sQa$=-50 sabouta$=-73 sdeta$=-21 sdetaby=-50 sdetaed=-57 sdetafor=31 sdetafrom=61 "
    "sdetain=5 sdetaing=-48 sdetaly=-78 sdetathat=-46 sdetawho=-77 sdetawith=40 singain=-59 sobja$=-98 spossa$=-48 "
    "spossafor=-61 spossain=57 spronaand=62 ssa,=31 ssato=-44 ssuba$=147 ssubja$=17 ssubja,=57 ssubjaadv=-65 "
    "ssubjaand=44 sthata,=-133 stitlea$=-47 stoa,=101 stoabe=94 stoain=-72 stoathat=-60 stoato=-41 swha$=48 "
    "swha,=90 sxato=78 vFalsec=50 vFalsen=58 vFalseq=60 vTruec=-50 vTruen=-58 vTrueq=-60 w,andn=58 w,but=40 "
    "wafterafter=98 wandand=73 wandandn=25 wandedvFalse=104 wandor=-103 wandsvTrue=43 wandthatvTrue=-183 "
    "wandxvFalse=-53 wandxvTrue=-76 wasdetvTrue=-70 wbutbut=120 wfordetvTrue=-44 wforfor=-35 wforforn=-16 "
    "winCapvFalse=-102 winin=-15 winon=-64 wonCapvFalse=57 wondayvFalse=90 wondayvTrue=110 wondetvFalse=-65 "
    "wondetvTrue=-56 ",
    0.00,
)

BEFORE = LinearModel.parse(
    "QFalse)=-51 QFalse,=71 QFalse-=-47 QFalse^=-48 QFalsebut=83 QFalseof=-70 QFalsesub=56 QFalsethat=-49 "
    "QTrue,=-51 QTrue-=95 QTrue:=87 QTrueCap=-73 QTrue^=79 QTrueand=-37 QTruebe=-61 b(=104 b(kCap=-91 b,kCap=22 "
    "b,kand=-88 b,kas=-132 b,kbe=-44 b,kdet=36 b,kin=-69 b,ktitle=50 b,kwhich=107 b,kwho=68 b,l1=-72 b,l12=22 "
    "b,l3=33 b,l4=-23 b,l7=20 b-=47 b-kCap=111 b-kdet=34 b-l12=53 b:=120 b:kQ=87 b^=31 b^kCap=37 b^kQ=75 b^kdet=-12 "
    "b^kin=49 b^kthat=-123 b^ktitle=-34 b^l7=24 band=-19 bandkCap=-76 bandks=-105 bandkx=-143 bandl1=-32 bandl4=36 "
    "bbekQ=-61 bbutkCap=79 bbutl4=58 bsl1=59 bsub=21 bsubl12=-95 bthatkCap=-56 bthatks=75 bthatl12=35 bxkthat=-19 "
    "bxl1=121 bxl12=-66 bxl7=-62 c0=43 c1=-18 c3=-28 e,b,=-77 e,b-=76 e,b^=214 e,band=-57 e,bbut=47 e,bsub=-99 "
    "e,bx=-35 e-b^=110 ebeb,=-28 ebeb^=-64 ebebsub=63 edetb^=50 eedb^=-96 ehaveb^=-51 eingb^=62 elyb^=57 "
    "epastb^=-30 epronb^=-49 esb,=24 esb^=-31 esubjb-=70 etitleb^=25 exb^=-47 k,=-61 kCap=43 kCap's=56 kCapCap=47 "
    "kCapbe=64 kCaps=55 kCapx=-31 kQ=20 kQQ=20 kadv,=-90 kand=-135 kas=-57 kasCap=-71 kbe=-100 kbut=-42 kdet=117 "
    "kdetCap=21 kdetof=76 kdetx=24 ked=-101 khave=-61 kif=74 kinx=-85 kmodalx=113 kposs=99 kpossx=46 kpron=98 "
    "ksubj=59 kthat=-45 kthat's=157 kthats=-72 kthatx=-131 ktitle=50 ktitleCap=61 kwh=99 kwhich=47 kwho=42 kx=-8 "
    "kxCap=79 l1=205 l12=-138 l2=59 l3=7 l4=-42 l7=-91 oFalse=31 oTrue=-31 w=-11 wFalse^=31 wTrue(=55 wTrue,=-19 "
    "wTrue-=40 wTrue:=123 wTrueand=-57 wTruebut=-36 wTruethat=50 wand=45 wbutTruebut=25 wor=-49 wstillTrue,=95 ",
    0.00,
)

LEVEL = LinearModel.parse(
    "adjacent=80 all0=-74 all1=-60 all2=-39 all3=-27 all3cue5=29 all4cue1=-41 all4cue5=23 all4cue6=32 all5=20 "
    "all5cue1=-45 all5cue5=36 all5cue6=68 all6=13 all6cue6=34 all7=33 all7cue3=45 all8=53 all8cue6=34 "
    "apart-after=71 apart-both=-49 before:1=-56 before:6=33 before:7=57 before:8=38 cue1=-118 cue10=48 cue11=67 "
    "cue12=57 cue2=-78 cue3=-60 cue4=-40 cue7=30 cue8=46 cue9=51 end:1=-49 end:2=-24 end:4=17 end:5=37 end:6=47 "
    "end:7=50 end:8=47 first-Capafter=39 first-Capboth=-32 first-Qafter=-25 first-Qbefore=-55 first-advafter=34 "
    "first-asafter=-55 first-detafter=21 first-detbefore=16 first-edafter=-77 first-ingafter=20 first-objafter=55 "
    "first-possafter=29 first-pronafter=37 first-safter=18 first-subjafter=59 first-subjboth=-62 "
    "first-titleafter=32 first-whafter=39 first-xafter=15 formd=8 formg=-21 grade8=-7 grade9=13 "
    "joined-announced=-65 joined-continued=78 length0=-70 length1=-40 length3=13 length4=22 length5=22 length6=17 "
    "place:1=-44 place:2=-37 place:3=-20 place:5=17 place:6=24 place:7=41 place:8=42 placeafter=-7 placebefore=-26 "
    "placeboth=32 quoted0after=-59 quoted0before=-34 quoted1after=-55 quoted1before=-88 quoted2before=-33 "
    "quoted3after=74 quoted3before=128 source-'sFalse=-41 source-)False=52 source-CapFalse=20 source-noneFalse=-43 "
    "source-possTrue=-30 source-pronTrue=-69 source-sFalse=35 source-sTrue=48 source-subjTrue=12 "
    "source-thatTrue=-86 source-xFalse=20 source:0=-40 source:1=-29 source:2=-15 source:4=7 source:6=13 source:7=13 "
    "source:8=13 start:7=-11 stop-,=14 stop--=-33 stop-;=60 stop-Cap=-14 stop-and=26 stop-be=107 stop-have=60 "
    "stop-subj=-25 stop-title=38 stop-x=-38 ",
    -0.22,
)
