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
    "Capital=-74 Capitalg0=-29 Capitalg1=-23 a=-5 aTfb=51 ab=34 abh=33 afb=7 afd=29 afg=-38 afs=-4 ah=32 ahfd=6 "
    "amfb=-4 deep=-158 fbg0=-86 fbg1=-10 fbg3=-30 fbg4=-13 fbg6=15 fbg7=43 fbg8=63 fbg9=55 fd=-24 fdg0=34 fdg2=-46 "
    "fdg3=-14 fdg6=-12 fdg7=24 fdg8=23 fdg9=66 fg=13 fgg0=-113 fgg1=-43 fgg2=-23 fgg5=17 fgg6=36 fgg7=58 fgg8=41 "
    "fgg9=68 fsg0=-86 fsg1=-43 fsg2=-20 fsg6=24 fsg7=-29 fsg8=26 fsg9=95 g0=-251 g1=-188 g2=-113 g3=-76 g4=-15 "
    "g5=39 g6=64 g7=96 g8=153 g9=285 hasQ=19 headline=42 m$=-28 m's=35 m,=-46 m-=-127 m.=-71 m:=60 mQ=122 "
    "mabout=123 madv=-34 mand=-38 mas=70 mday=-43 mdet=7 med=-63 min=-27 mmodal=31 mnum=-29 mobj=60 mof=27 "
    "mpast=-65 mposs=12 mprep=-47 ms=10 msubj=32 mthat=74 mto=27 mwh=87 mx=3 n's=-61 n'sfb=-45 n,=-59 n,fd=41 "
    "n,fg=-31 n,fs=-18 n,g0=-39 n-fs=-78 n.=-40 n.fb=-15 n.fd=41 n.g0=-46 n.g1=-23 n.g2=28 n:fb=-49 n:fs=153 "
    "n?=-111 nCap=38 nCapfd=-18 nCapfs=38 nCapg2=36 nQfd=-46 nQfs=87 nabout=76 naboutfb=46 naboutfd=-43 naboutfs=36 "
    "naboutg1=55 nadvg0=-73 nadvg2=32 nafterg1=-94 nand=-108 nandfd=46 nandfs=-83 nandg2=-57 nasg0=-48 nbefs=-72 "
    "nbeg0=-33 ndayfb=87 ndayg1=-74 ndayg2=24 ndet=30 ndetfb=26 ndetfd=-11 ndetfs=29 ndetg0=6 ndetg2=2 ned=-13 "
    "nedfs=-42 nedg0=-57 nfor=52 nforfb=52 nforfd=-34 nforfs=45 nforg2=47 nfrom=-26 nfromfb=63 nfromfd=-102 "
    "nhave=-96 nin=-11 ninfb=42 ninfd=-10 ninfs=50 ning2=28 ningg0=-31 ningg2=43 nmark=-68 nmodalg1=-113 nnum=-92 "
    "nnumg0=-36 nobj=45 nobjfg=48 nof=63 nofg1=58 npast=-93 npastfb=-103 npastg0=-47 npastg1=-61 nposs=25 "
    "npossfg=43 npossg1=44 npossg2=39 nprep=12 nprepfd=-50 nprepfs=27 nprepg0=58 npronfb=64 nsfb=-28 nsfd=-24 "
    "nsg0=-11 nsubj=115 nsubjfs=40 nsubjg2=7 nthat=100 nthatfb=-20 nthatfd=67 nthatfg=81 nthatfs=-28 nthatg1=56 "
    "nthatg2=12 ntitle=44 ntitleg2=35 nto=11 ntofb=31 ntofg=-4 ntofs=41 ntog0=-21 ntog1=26 nwh=58 nwith=44 "
    "nwithfd=-48 nwithg1=-47 nwithg2=41 nxfd=-20 nxg0=-30 nxg2=14 p'sfb=5 p'sfd=-91 p)g2=103 p,=47 p,fd=10 p,fg=8 "
    "p,g2=34 p-fd=40 pCap=32 pCapfd=30 pCapfg=-32 pCapfs=29 pCapg0=-8 pCapg2=35 pQ=-32 pQg0=-99 p^fb=-63 p^fg=45 "
    "padv=30 pafter=49 pandfb=-45 pandg1=-22 pandg2=30 pday=75 pdayfd=52 pdayg2=41 pdet=-47 pdetfd=19 pdetfs=-48 "
    "pdetg0=-10 pdetg1=-15 ped=-89 pedg0=-70 pin=-13 ping=-46 ping0=-90 pingg0=-34 pmarkg0=-56 pnumfs=-102 "
    "pnumg0=-61 pof=-51 poffb=16 poffd=-73 ppast=54 ppossfb=41 ppossfg=-87 ppron=4 pprong0=-27 pprong2=22 ps=23 "
    "psfb=57 psg0=-14 psg2=41 psubj=40 psubjfd=14 psubjfs=57 psubjg1=31 psubjg2=32 pthat=-35 pthatfb=-12 pthatfd=35 "
    "pthatg0=-36 pto=-36 ptofb=-35 pwh=-61 pwhfd=-58 pwhichg0=-60 pwhofd=-53 pwhog0=29 px=-3 pxfb=-34 pxfd=28 "
    "pxfg=-27 pxg0=-9 pxg2=36 q's=27 q,=29 qCap=14 qQ=156 q^=32 qafter=-22 qand=-13 qbe=46 qby=-89 qday=51 qed=-57 "
    "qhave=37 qin=-31 qing=-22 qof=-16 qpart=74 qtitle=28 qto=-42 qwh=-44 qwhich=45 qx=-12 ",
    -0.92,
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
    "b,=174 bCap=49 babout=-345 band=131 bas=-251 bby=-158 bday=-65 bdet=262 bfor=-280 bin=-48 bing=14 bof=-220 "
    "bpast=-42 bposs=160 bprep=-78 bs=-23 bto=-158 bwith=-104 bx=-10 d1=-123 d1n$=-72 d1n's=-124 d1n:=208 "
    "d1nCap=-47 d1nQ=-97 d1nabout=202 d1nbe=-135 d1nday=-65 d1nfor=86 d1nhave=-120 d1nin=44 d1nmodal=-107 "
    "d1nnum=-89 d1npast=-128 d1nprep=55 d1ns=-40 d1nsubj=-99 d1nthat=74 d1nto=44 d1nwh=80 d1nx=-27 d2=28 d2n's=-65 "
    "d2nCap=-46 d2nabout=110 d2nand=-102 d2nof=-85 d2ns=-79 d2nthat=109 d2nx=-22 d3=26 d3ns=-79 d4=70 w/,=-132 "
    "w/,fd=-5 w/,g4=-86 w/,nQ=-131 w/,nx=120 w/.=-170 w/.d1=-52 w/.fd=-115 w/.g4=-98 w/.n$=-166 w/:=-241 w/:fd=-88 "
    "w/:nQ=-94 w/Cap=-64 w/Capd1=-247 w/Capd4=63 w/Capfb=-76 w/Capfd=41 w/Capfg=-89 w/Capg1=-82 w/Capg3=-36 "
    "w/Capg4=13 w/Capn's=-53 w/Capn,=-74 w/dayfd=137 w/daynthat=-82 w/edd1=-57 w/ingd1=-98 w/lyd1=78 w/lyfd=134 "
    "w/s=-15 w/sd1=-92 w/sg4=-67 w/snabout=117 w/snin=72 w/title=-82 w/titled1=-106 w/titlenCap=-93 w/x=84 "
    "w/xd1=-116 w/xd3=42 w/xd4=40 w/xfd=120 w/xg4=-52 w/xn,=-77 w/xnand=-132 w/xndet=60 w/xns=-124 w/xnthat=84 "
    "w/xnx=-88 wa=-103 wabout=223 waboutd1=104 wad2=66 wafd=106 wafg=-45 wagainst=236 wagainstd1=156 wanfd=83 "
    "wanx=29 wasd1=117 wat=48 watd1=59 watg2=139 wback=209 wbyd1=72 wbyfd=-64 wfor=145 wford1=126 wforg2=47 "
    "wfornCap=88 whe=-97 whed1=-148 wheg4=-84 wher=-102 wherd1=-58 wherg4=-80 whernx=92 whim=-170 whis=-122 "
    "whisfd=79 whisg4=-46 whow=-157 win=48 wind1=73 winnday=-106 wit=-20 witg4=-127 wof=189 wofd1=12 woffb=91 "
    "wofg1=86 wofg3=106 won=171 wond1=90 woned1=-134 wong1=103 wong2=82 wong4=-64 wonnday=-190 wout=224 woutd1=195 "
    "wover=178 wshe=-81 wshed1=-104 wsheg4=-66 wthat=-236 wthatd1=-39 wthatfb=-52 wthatfd=-63 wthatfg=-62 "
    "wthatg4=-81 wthatnCap=-77 wthatndet=-69 wthatnsubj=-70 wthe=-60 wthed1=-78 wthefb=-76 wthefd=45 wthefg=-22 "
    "wtheg1=74 wtheg2=-58 wtheg3=-73 wtheg4=-29 wthem=-119 wthenCap=-71 wthenx=-21 wthey=-140 wtheyd1=-85 "
    "wtheyg4=-82 wto=9 wtod1=90 wtofd=-21 wtofg=127 wtonCap=100 wtonbe=-79 wtondet=134 wtons=126 wtonx=-80 wup=157 "
    "wupd1=152 wwhat=-180 wwhether=-164 wwith=87 wwithd1=134 w“=-94 w“nQ=-94 ",
    0.27,
)

SOURCE = LinearModel.parse(
    "L00b=103 L00d=139 L00g=51 L00s=109 L01b=31 L01d=58 L01g=92 L01s=58 L02d=101 L10b=-83 L10d=-77 L10g=-132 "
    "L10s=-22 L11d=-75 L12b=-94 L20d=-67 L20g=-112 L21d=-47 L22b=-92 LQ=22 La,=80 La,b=19 La,d=109 La,g=-82 LaQ=-84 "
    "LaQd=7 LaQg=-67 Laadv=100 Laand=-203 Labe=88 Labed=-105 Ladjb=77 LadjbQ=89 Ladjbbe=-95 Ladjd=-25 Ladjg=275 "
    "LadjhCap=87 Ladjhdet=79 Ladjhed=-153 Ladjhing=-164 Ladjhposs=118 Ladjhsubj=15 Ladjhtitle=124 Ladjs=52 Laed=129 "
    "Laedg=47 Lahave=145 Lainb=-116 Laind=65 Laingd=-97 Laly=70 Lamodalb=107 Land=60 Laof=-193 Laofd=-59 Laofg=-68 "
    "Lapast=174 Lapastd=53 Las=-75 Lasb=-71 Lasd=-92 Lass=131 Lato=-58 Latod=-73 Lax=-117 Laxb=58 Laxd=-102 "
    "Laxg=-55 Laxs=-18 Lb(hCap=-154 Lb,=128 Lb,hCap=6 Lb,hadv=-149 Lb,hing=-109 Lb,hx=78 Lb-=111 Lb-hCap=162 "
    "LbQ=147 LbQhdet=113 Lb^=39 Lb^hCap=88 Lb^hQ=-49 Lb^hdet=102 Lb^hsubj=80 Lb^hthat=-156 Lb^htitle=58 "
    "Lbabout=-140 Lbafter=79 Lbas=96 Lbbe=-64 Lbbut=135 Lbby=-134 Lbed=-145 Lbfor=-117 Lbfrom=-149 Lbhave=-85 "
    "Lbin=-168 Lbing=-134 LbinhCap=-121 Lbinhdet=-91 Lbmodalhx=-115 Lbnum=-148 Lbnumhx=-105 Lbof=-211 Lbprep=-97 "
    "Lbsub=146 Lbthat=108 Lbto=-116 Lbtohx=-56 Lbwh=148 Lbwhich=171 Lbwho=95 Lcommas1=-145 Lcommas1o=221 "
    "Lcommas2=-112 Lcommas2o=232 Lcommas3o=260 Le,c,=147 Le,csubj=-43 Leandcand=-93 Lesc,=64 Lexc,=-60 LexcCap=-38 "
    "Lexcs=-37 Lexcx=25 Lfarb=-114 Lfarb^=43 Lfarbbe=31 Lfarbhave=-39 Lfarbin=-42 Lfarbnum=-18 Lfarbof=7 "
    "Lfarbpast=86 Lfarbprep=-48 Lfarbto=-13 Lfarbwith=-108 Lfard=-150 Lfarg=5 LfarhCap=97 LfarhQ=-50 Lfarhadv=-123 "
    "Lfarhdet=52 Lfarhed=-190 Lfarhing=-139 Lfarhly=-81 Lfarhnum=-103 Lfarhpast=-145 Lfarhposs=128 Lfarhthat=-77 "
    "Lfarhtitle=195 Lfarhx=-40 Lfarp,=16 LfarpCap=-124 Lfarpand=169 Lfarpbut=138 Lfarpdet=-50 Lfarps=-99 "
    "Lfarpsubj=-99 Lfarpto=102 Lfarpwho=-81 Lfars=-100 Lg0b=68 Lg0d=43 Lg0s=78 Lg1b=36 Lg1d=18 Lg1g=65 Lg2d=-48 "
    "Lg3b=-67 Lg3d=-93 Lg3s=-55 Lg4b=-105 Lg4d=-95 Lg4g=-59 Lg4s=-97 LhCapt's=191 LhCaptCap=20 LhCaptQ=101 "
    "LhCaptwho=-131 LhCaptx=51 LhQtQ=-50 LhdettCap=52 Lhdettdet=35 Lhdettx=64 Lhposstposs=229 Lhsubjtsubj=332 "
    "LhtitletCap=37 Lhwhotwho=299 LhxtCap=25 Lhxtdet=-56 Lhxts=39 Lhxtx=-109 Ll1=113 Ll13=-98 Ll2=38 Ll3=34 Ll5=-33 "
    "Ll8=-54 Lof=31 Lprep=-59 Lt)=213 LtCap=93 LtQ=22 Ltday=-78 Ltdet=-181 Lted=-25 Ltnum=49 Ltposs=-85 Lts=108 "
    "Ltsubj=-94 Ltwho=-122 Ltx=11 Lverbs=-152 Lwho=74 RCapbCap=-104 RCapd=-26 RCaphCap=-43 Ra,=109 Ra,g=189 Ra.=182 "
    "Ra.d=109 Ra.g=180 Raand=-83 Raasd=129 Rabe=-64 Radet=-82 Radetd=-77 Radjb=-87 Radjbabout=-100 Radjbin=-61 "
    "Radjbing=-162 Radjbpast=73 Radjbs=107 Radjbto=110 Radjbx=49 Radjd=68 Radjg=136 RadjhCap=19 Radjhposs=-61 "
    "Radjhthat=-143 Radjhwh=-95 Radjhx=29 Radjp,=143 RadjpCap=-33 RadjpQ=241 Radjpand=-72 Radjs=-62 Raed=-101 "
    "Raing=-68 Rand=38 Raof=-132 Rapast=-92 Ras=-193 Rasd=-68 Rathat=73 Rax=-207 Raxd=-143 Raxg=-49 Rb=-33 "
    "RbCap=-97 Rbabout=-114 Rbby=437 Rbdet=-98 Rbdethx=-51 Rbedhdet=19 Rbfrom=437 Rbing=-193 Rbof=74 Rbpast=67 "
    "RbpasthCap=36 Rbpasthdet=-72 Rbpasthsubj=-107 Rbposs=-87 Rbprep=139 Rbthat=-96 Rbto=108 Rbx=-59 Rbybby=182 "
    "Rbyd=192 Rcommas1=73 Rcommas1o=87 Rcommas2=27 Rd=-110 Rdetbdet=-98 Rdetd=-24 Rdethx=-51 RecCap=11 RecQ=75 "
    "Recand=-58 Recsubj=36 Recto=-90 Recx=51 Rg=-86 Rg0b=-33 Rg0d=-110 Rg0g=-86 Rg0s=-47 RhCaptx=16 RhdettCap=92 "
    "Rhdetts=57 Rhdettx=61 Rhsubjtsubj=61 Rhxts=60 Rhxtx=-43 Rinbin=115 Rinhdet=123 Rl1=62 Rl13=-82 Rl4=-24 Rl5=-37 "
    "Rl8=-68 Rof=44 Rofbof=244 Rpossbposs=-87 Rprep=-5 Rprepbprep=224 Rs=-47 Rt's=-72 RtCap=88 Rtdet=-57 "
    "Rthatbthat=-95 Rtohx=-115 Rtpron=-70 Rts=73 Rtthat=-59 Rtwho=-160 Rtx=34 Rverbs=-167 Rwho=91 Rxbx=-107 "
    "none=255 none$Cap=-84 none$det=-64 none$subj=-174 none$that=-70 none$title=-131 none$to=101 none^Cap=3 "
    "noneb=69 noneba=-101 noned=284 noneda=-261 nonedab=64 nonedah=-313 noneg2=88 noneg3=81 nones=95 "
    "nounLadjdet=-75 nounRadjx=-80 ",
    0.00,
)

PLACE = LinearModel.parse(
    "aQFalseFalse0=-61 aQFalseTrueL=69 aa,nQ=184 aa,sL=49 aa.=-64 aa.n$=-62 aa.sL=-76 aa.sR=46 aaCap=144 aaCapsL=82 "
    "aadet=90 aadetsL=103 aaingsL=125 aaobj=164 aaposs=130 aapossnx=65 aaposssL=114 aapron=90 aapronsL=144 aas=119 "
    "aassL=83 aasubj=88 aasubjsL=82 aathat=138 aathatndet=83 aathatsL=58 aatitlesL=187 aatonx=79 aatosL=54 aawh=251 "
    "aax=77 aaxsL=89 ab,a,=-110 ab,cadv=63 ab,sL=90 ab,sR=-69 abQ=6 abQcQ=-55 ab^=92 ab^^adet=27 ab^adet=27 "
    "ab^c^=92 ab^sL=26 aband=46 abbut=84 abbutsL=119 abs=-62 absub=146 abwhichc,=-281 abxcdet=-56 ag0sL=52 ag2sL=43 "
    "ag4s0=51 ag4sR=88 agapFalse,=-17 agapFalseCap=-151 agapFalseQ=-96 agapFalse^=140 agapFalseand=109 "
    "agapFalsebut=67 agapFalses=-89 agapFalsesub=102 agapFalsex=-132 agapTrue,=28 agapTrue^=-49 ah-=-10 ah-adet=8 "
    "ah-asubj=88 ah-athat=50 ahCap=11 ahCapaCap=-54 ahCapathat=65 ahsubj=-33 ahsubja,=-45 ahwho=169 as0=50 "
    "as0fba=17 as0fd=-152 as0fga=106 asL=50 asLfb=24 asLfba=-19 asLfda=7 asLfg=53 asLfga=133 asLfgab=-46 asR=-12 "
    "asRfd=-98 asRfg=54 asRfga=91 asn0adet=27 asn3a,=-61 asn3a.=9 asn3adet=7 asn3apron=63 asn3asubj=75 av-qb^=61 "
    "av-vb,=54 av-vb^=34 av-vsLb^l4=52 avq-bQ=-75 avq-sLbQl1=-93 avv-b,=-35 aw0=60 awL=52 awR=115 awaccordR=-116 "
    "awsayL=12 awsayR=-31 awtellL=-116 bQFalseFalseL=27 bQFalseFalseR=59 bQFalseTrueL=-64 bQTrueFalseL=55 "
    "bQTrueFalseR=101 bQTrueTrueL=-64 ba,=62 ba,nQ=-174 ba,ning=183 ba,sR=-94 ba.=123 ba.n$=118 ba.sL=117 ba.sR=-80 "
    "baCap=-103 baCapn's=-79 baCapsL=-34 badet=-71 badetnx=-70 badetsL=-60 bain=127 baingsL=-99 baobj=-88 "
    "baobjsL=-77 baposs=-101 baposssL=-41 bapron=-82 bapronsL=-65 bas=-115 bassL=-60 basubj=-66 basubjsL=-65 "
    "bathat=-56 bathatsL=-41 bato=-12 batonx=-109 batos0=-60 batosL=-34 bawh=-89 bax=-88 baxsL=-19 bb,a,=-105 "
    "bb,a.=92 bb,cCap=34 bb,cadv=-48 bb,cx=39 bb,sL=-15 bbQ=26 bbQQa.=19 bbQa.=19 bbQcQ=78 bbQsL=21 bb^=-25 "
    "bb^c^=-25 bb^sL=26 bbsub=-72 bg1sL=41 bg2s0=-55 bg3s0=-53 bg3sL=-19 bg4sL=-17 bg4sR=-26 bgapFalseQ=68 "
    "bgapFalse^=-99 bgapFalseand=-34 bgapFalsesub=-56 bgapTrue^=74 bh-=20 bh-aCap=-22 bh-aing=-121 bhCap=49 "
    "bhCapa.=32 bhsubja.=31 bhwho=-48 bs0=-96 bsL=-46 bsLfb=4 bsLfba=19 bsLfd=8 bsLfda=14 bsLfga=-21 bsR=13 "
    "bsRfda=15 bsn3a,=74 bsn3a.=31 bsn3aCap=-4 bsn3adet=-49 bsn3apron=-70 bsn3athat=-42 bv--b^=36 bv-qb,=-85 "
    "bv-vb,=-38 bv-vb^=-20 bv-vsLb,l4=-21 bvq-bQ=137 bvq-bQa.=14 bvqvbQ=96 bvv-b,=97 bvv-b,a.=55 bvv-sLb,l0=146 "
    "bvv-sLb,l1=112 bwL=-35 bwaddL=-94 bwsayL=-47 bwsayR=54 bwtellL=163 mQFalseFalseL=-10 mQFalseTrueL=-5 "
    "mQTrueFalseL=-13 mQTrueFalseR=-69 ma,=-165 ma,ning=-96 ma,sL=149 ma.=-58 ma.n$=-56 ma.sL=-41 ma.sR=35 "
    "madetnx=25 madetsL=-43 mapronsL=-79 mathat=-82 mathatndet=-34 mathatsL=-17 mato=-13 matonx=29 matos0=89 "
    "maxsL=-70 mb,a,=214 mb,cs=51 mb,cx=-17 mb,sL=-75 mbQ=-32 mbQQa,=108 mbQQa.=-15 mbQa,=108 mbQa.=-15 mbQsL=-55 "
    "mb^=-67 mb^c^=-67 mb^sL=-52 mband=-90 mbandsL=-75 mbbutsL=-71 mbsub=-74 mbxcdet=41 mg0sL=-52 mg2sL=9 mg3s0=49 "
    "mg3sL=44 mg4sL=84 mgapFalse,=14 mgapFalseQ=29 mgapFalse^=-42 mgapFalsex=-46 mgapTrue,=-60 mh-aCap=20 "
    "mh-adet=34 mh-ato=27 mh-ax=-45 mhCapaCap=14 mhsubj=31 mhwho=-121 ms0fba=-12 ms0fd=34 ms0fdab=43 msL=-4 "
    "msLfd=-12 msLfda=-21 msLfg=-106 msLfga=-112 msLfgab=68 msRfb=-106 msRfd=169 msRfda=-97 msRfg=-47 msn3ax=94 "
    "mv--b^=-32 mv-vb,a,=95 mv-vb^=-14 mv-vsLb,l4=17 mv-vsLb^l4=-38 mvq-sLbQl1=41 mvqqbQ=141 mw0=-98 mwL=-17 "
    "mwR=-51 mwappear0=126 mwsayL=34 mwtellL=-47 ",
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
    "a$=67 a$$=52 a$$$=52 a$c=49 a$fd=-2 a$fs=25 a$g0=-20 a$g2=25 a$g3=33 a$g4=85 a$l12=64 a$l20=120 a$l3=-46 "
    "a$l4=-25 a$n=68 a$q=-49 a$vTrue=60 a(=61 a(vTrue=107 a)=152 a)g4=83 a)n=68 a)vTrue=102 a,=60 a,Cap,=-167 "
    "a,CapCap=-68 a,Capand=-106 a,Caped=169 a,Cappast=117 a,Q=-84 a,QQ=-84 a,det=34 a,detas=-132 a,fd=-3 a,g2=21 "
    "a,g4=31 a,ing=54 a,ingthat=79 a,l12=13 a,l3=33 a,n=100 a,sub=43 a,subj=22 a,vTrue=53 a,x=-97 a,xand=-99 a-=201 "
    "a-fd=32 a-g3=23 a-l12=15 a-n=45 a-vTrue=64 a:=184 a:vTrue=64 a;=227 a;n=114 a;vFalse=85 aQ=-38 aQQ=-38 "
    "aQQQ=-38 aQfd=-40 aQg4=-44 aQn=-57 aQvFalse=-66 aQvTrue=27 aabout=-102 aaboutfb=-57 aaboutn=-49 "
    "aaboutvTrue=-60 aadvas=139 aadvg4=-103 aadvl12=-59 aadvvFalse=38 aadvvTrue=-41 aaftervFalse=122 aandCap=-90 "
    "aandQ=-121 aandQQ=-121 aanddet=-104 aanddetx=-71 aandedx=-150 aandfd=-48 aandfg=37 aandg4=25 aandingx=-81 "
    "aandl12=-44 aandl20=-61 aandl4=24 aandl7=-2 aandpast=79 aandx=-60 aandxs=-53 aandxx=-68 aassubj=156 "
    "aasvTrue=-71 abe=-20 abeQ=-58 abeQQ=-58 abefd=-83 abeg1=65 abeg4=-126 abeing=-74 abel1=-28 abel12=-35 "
    "abel2=-62 abel4=34 abel7=62 aben=-37 abevFalse=-31 abutg4=192 aby=-19 abyfd=51 abyg4=-39 abying=164 "
    "abyvTrue=-115 adayvFalse=124 adayvTrue=-60 aed=-52 aedfd=-64 aedg4=-76 aedl1=-31 aedl20=47 aedn=-6 "
    "aedvFalse=-49 afor=-30 aforl12=-45 aforn=-14 aforvTrue=-81 afrom=-45 afromg2=-74 afroml7=-64 afromvTrue=-51 "
    "afterQ$n=42 afterQ$q=86 afterQandn=98 afterQingn=169 afterQinn=90 ain=-26 ainCap.=54 ainday=149 aindetCap=-45 "
    "aindets=63 aindetx=56 ainfd=43 ainfs=-50 aing=-54 aing3=-36 aing4=-23 aingfb=-30 aingfd=41 aingg2=-89 "
    "aingl12=45 aingn=-89 aings=-83 aingvTrue=-5 ainl1=126 ainl12=-106 ainl2=46 ainl20=-23 ainl7=-45 ainn=-21 "
    "ainvFalse=32 ainvTrue=-57 aly=-27 alyfd=-57 alyg3=-48 alyvTrue=-50 aof=-125 aofdet=-37 aoffb=-36 aoffd=-35 "
    "aofg3=-44 aofg4=-54 aofl2=-32 aofn=-84 aofvFalse=-111 aofx=-29 aprep=-82 aprepdet=23 aprepdetx=48 aprepfg=-60 "
    "aprepg2=-58 aprepl12=-52 aprepl4=-60 aprepl7=-76 aprepn=65 aprepposs=127 aprepvTrue=-75 asub=116 asubfb=95 "
    "asubfd=40 asubl7=-83 asubvTrue=-44 athat=-34 athatfb=-19 athatn=-19 athatvFalse=-32 ato=-88 atofb=-78 atofd=32 "
    "atofs=-33 atog4=-39 atol12=-56 atol20=-22 atol3=49 atol7=-39 aton=-21 atos=119 atovFalse=20 atovTrue=-108 "
    "atox=-15 atoxdet=-46 atoxs=-53 awhol12=55 awhon=-50 awithg3=39 awithl12=-57 awithl3=65 awithvTrue=-67 "
    "b)a$=-126 bCapa$=26 bCapa,=36 bCapaadv=99 bCapaand=31 bCapain=91 bCapaprep=90 bCapasub=92 bCapathat=89 bQa$=2 "
    "bQaand=98 bQaed=226 bQain=125 bQaing=350 bQasub=112 basaadv=-86 bedaby=-53 bedain=-43 bingain=-74 "
    "bingaprep=-126 blyaed=-61 bpronabe=-59 bsa$=41 bsa,=24 bsaabout=-62 bsaand=43 bsabe=41 bsaed=53 bsaprep=49 "
    "bsathat=-41 bsato=-31 bsubjabe=-120 bsubjaed=-85 bxa$=28 bxa,=44 bxa;=112 bxaadv=76 bxaand=68 bxabe=127 "
    "bxaed=35 bxafor=-52 bxafrom=-58 bxaing=-79 bxaof=-70 bxaprep=34 bxato=-44 bxawith=-67 c0=81 c1=-64 c3=-33 "
    "l1=45 l12=-16 l12n=-35 l12q=-57 l1n=27 l2=14 l20=-62 l20c=-29 l20n=-45 l2n=54 l3=15 l4=32 l4n=-25 l7=-27 "
    "l7c=69 l7n=16 last0c=-80 last0n=-63 last0q=-71 last1=35 last1n=24 last2=48 last2n=45 last3=23 last3n=62 "
    "last6=-45 openparenthesis=-274 sCapa$=-25 sCapaas=-81 sCapabe=54 sCapaing=-56 sCapaprep=61 sCapato=-12 "
    "sQa$=-49 sabouta$=-76 sdeta$=-21 sdetaed=-57 sdetafor=34 sdetafrom=61 sdetain=13 sdetaing=-44 sdetaly=-76 "
    "sdetathat=-44 sdetawho=-76 sdetawith=34 sobja$=-96 spossa$=-50 spossafor=-63 spossain=56 spronaand=64 ssa,=33 "
    "ssuba$=153 ssubja,=47 ssubjaand=20 sthata,=-119 stitlea$=-51 stoa,=123 stoabe=98 stoain=-81 stoathat=-57 "
    "stoato=-42 swha$=43 swha,=105 sxato=81 vFalsec=44 vFalsen=52 vFalseq=56 vTruec=-44 vTruen=-52 vTrueq=-56 "
    "w,and=14 w,andn=35 wafterafter=102 wandand=80 wandandn=21 wandedvFalse=130 wandor=-100 wandsvTrue=46 "
    "wandthatvTrue=-177 wandxvFalse=-41 wandxvTrue=-62 wasdetvTrue=-72 wfordetvTrue=-43 wforfor=-30 wforforn=-14 "
    "winCapvFalse=-89 windetvFalse=6 winin=-14 winon=-32 winonn=-17 wonCapvFalse=57 wondayvTrue=82 wondetvFalse=-81 "
    "wondetvTrue=-58 y,-s=-56 y,0=52 y,1=57 y,CapFalse=-80 y,QFalse=-57 y,xFalse=-70 yadv-s=-28 yafter-s=-47 "
    "yand-=-8 yand-s=-96 yand0=80 yandCapFalse=-44 yandpastTrue=79 yandxFalse=-46 yas1=62 ybexFalse=-68 ybut0=201 "
    "yed-=39 yed-s=-30 yed1=-65 yfordetFalse=28 yfrom-=-50 yin1=-94 yin4=77 yindayTrue=45 yindetFalse=38 ying-s=-61 "
    "yof-s=-41 yprep-s=-23 yprepdetFalse=54 ythat1=-47 ythatsubjTrue=88 yto0=-65 ytoxFalse=-48 ytoxTrue=33 "
    "ywithdetFalse=-56 ywithdetTrue=67 ",
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
    "adjacent=69 all0=-57 all0cue1=-6 all1=-46 all2=-35 all2cue2=21 all3=-22 all3cue0=-29 all3cue1=-15 all3cue5=31 "
    "all4cue1=-61 all4cue5=20 all4cue6=36 all5=11 all5cue4=44 all5cue6=44 all6cue5=27 all6cue6=53 all7=33 all8=72 "
    "apart-after=59 before:1=-59 before:2=-29 before:6=30 before:7=59 before:8=25 cue1=-124 cue10=44 cue11=55 "
    "cue12=55 cue2=-91 cue3=-66 cue4=-47 cue5=-30 cue7=21 cue8=24 cue9=48 end:1=-47 end:2=-29 end:3=-5 end:4=20 "
    "end:5=46 end:6=52 end:7=48 end:8=49 first-Capafter=36 first-Capbefore=22 first-Qafter=-33 first-Qbefore=-44 "
    "first-advafter=31 first-asafter=-64 first-detafter=15 first-detbefore=26 first-edafter=-91 first-fromafter=-78 "
    "first-objafter=58 first-possafter=21 first-pronafter=26 first-safter=16 first-subjafter=46 first-subjboth=-54 "
    "first-titleafter=25 first-whafter=37 first-xafter=14 formd=10 formg=-21 grade6=-6 grade8=-6 grade9=12 "
    "joined-announced=-60 joined-continued=70 length0=-61 length1=-36 length3=10 length4=23 length5=18 length6=13 "
    "place:1=-26 place:2=-35 place:3=-18 place:6=27 place:7=39 place:8=47 placebefore=-31 placeboth=10 "
    "quoted0after=-60 quoted0before=-12 quoted0both=25 quoted1after=-58 quoted1before=-72 quoted3after=70 "
    "quoted3before=146 source-'sFalse=-43 source-)False=64 source-CapFalse=26 source-noneFalse=-50 "
    "source-pronTrue=-60 source-sFalse=39 source-sTrue=55 source-subjTrue=17 source-xFalse=20 source:0=-45 "
    "source:1=-38 source:2=-17 source:4=11 source:5=8 source:6=20 source:7=22 source:8=22 start:3=-24 start:8=9 "
    "stop-)=56 stop--=-51 stop-:=-78 stop-;=41 stop-Cap=-21 stop-be=91 stop-ed=-25 stop-subj=-29 stop-x=-51 ",
    -0.21,
)
