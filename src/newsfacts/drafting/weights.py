"""The weights of the rules engine, in hundredths: how much each feature speaks for a choice.

They were learned from annotated news as logarithms of odds (logistic and multinomial regression), and then cut to the
features that matter. A feature is a name that the module of its choice makes: of classes of words, distances and digits of
cue words, hardly ever of a word itself. CUE says whether a word is a cue, LEFT and RIGHT whether the word next to a cue
belongs to it, SOURCE which phrase is the source, PLACE whether the content is after the cue, before or both, START and END where
content after it begins and ends, BEFORE where content before it begins, and LEVEL whether the whole is right. HINTS adds what a parser says to each of them.
"""

from __future__ import annotations

from newsfacts.drafting.linear import LinearModel

__all__ = ["BEFORE", "CUE", "END", "HINTS", "LEFT", "LEVEL", "PLACE", "RIGHT", "SOURCE", "START"]

CUE = LinearModel.parse(
    "Capital=-74 Capitalg0=-29 Capitalg1=-23 a=-5 aTfb=51 ab=34 abh=33 afb=7 afd=29 afg=-38 afs=-4 ah=32 ahfd=6 "
    "amfb=-4 deep=-158 fbg0=-86 fbg1=-10 fbg3=-30 fbg4=-13 fbg6=16 fbg7=43 fbg8=63 fbg9=56 fd=-24 fdg0=34 fdg2=-46 "
    "fdg3=-14 fdg6=-11 fdg7=24 fdg8=23 fdg9=66 fg=13 fgg0=-113 fgg1=-43 fgg2=-23 fgg5=17 fgg6=36 fgg7=58 fgg8=41 "
    "fgg9=68 fsg0=-86 fsg1=-43 fsg2=-20 fsg6=24 fsg7=-29 fsg8=26 fsg9=95 g0=-251 g1=-188 g2=-112 g3=-76 g4=-15 "
    "g5=39 g6=64 g7=96 g8=154 g9=285 hasQ=19 headline=42 m$=-28 m's=35 m,=-46 m-=-127 m.=-71 m:=60 mQ=122 "
    "mabout=123 madv=-34 mand=-38 mas=70 mday=-43 mdet=7 med=-63 min=-27 mmodal=31 mnum=-29 mobj=60 mof=27 "
    "mpast=-65 mposs=12 mprep=-47 ms=10 msubj=32 mthat=74 mto=27 mwh=87 mx=3 n's=-61 n'sfb=-45 n,=-59 n,fd=41 "
    "n,fg=-32 n,fs=-18 n,g0=-39 n-fs=-78 n.=-41 n.fb=-15 n.fd=41 n.g0=-46 n.g1=-23 n.g2=28 n:fb=-49 n:fs=153 "
    "n?=-111 nCap=38 nCapfd=-18 nCapfs=38 nCapg2=36 nQfd=-46 nQfs=87 nabout=76 naboutfb=46 naboutfd=-43 naboutfs=36 "
    "naboutg1=55 nadvg0=-73 nadvg2=32 nafterg1=-94 nand=-108 nandfd=47 nandfs=-83 nandg2=-57 nasg0=-48 nbefs=-72 "
    "nbeg0=-33 ndayfb=87 ndayg1=-74 ndayg2=24 ndet=30 ndetfb=26 ndetfd=-11 ndetfs=29 ndetg0=6 ndetg2=2 ned=-13 "
    "nedfs=-43 nedg0=-57 nfor=52 nforfb=52 nforfd=-34 nforfs=45 nforg2=47 nfrom=-26 nfromfb=63 nfromfd=-102 "
    "nhave=-96 nin=-11 ninfb=42 ninfd=-10 ninfs=50 ning2=28 ningg0=-31 ningg2=43 nmark=-68 nmodalg1=-113 nnum=-92 "
    "nnumg0=-36 nobj=45 nobjfg=48 nof=63 nofg1=58 npast=-93 npastfb=-103 npastg0=-47 npastg1=-61 nposs=25 "
    "npossfg=43 npossg1=44 npossg2=39 nprep=12 nprepfd=-50 nprepfs=27 nprepg0=58 npronfb=64 nsfb=-28 nsfd=-24 "
    "nsg0=-11 nsubj=115 nsubjfs=40 nsubjg2=7 nthat=100 nthatfb=-20 nthatfd=67 nthatfg=81 nthatfs=-28 nthatg1=56 "
    "nthatg2=12 ntitle=44 ntitleg2=35 nto=11 ntofb=31 ntofg=-4 ntofs=41 ntog0=-21 ntog1=26 nwh=58 nwith=44 "
    "nwithfd=-48 nwithg1=-47 nwithg2=41 nxfd=-20 nxg0=-30 nxg2=15 p'sfb=5 p'sfd=-91 p)g2=103 p,=47 p,fd=10 p,fg=8 "
    "p,g2=34 p-fd=40 pCap=32 pCapfd=30 pCapfg=-32 pCapfs=29 pCapg0=-8 pCapg2=35 pQ=-32 pQg0=-99 p^fb=-63 p^fg=45 "
    "padv=30 pafter=49 pandfb=-45 pandg1=-22 pandg2=30 pday=75 pdayfd=52 pdayg2=41 pdet=-47 pdetfd=19 pdetfs=-48 "
    "pdetg0=-10 pdetg1=-14 ped=-89 pedg0=-70 pin=-13 ping=-46 ping0=-90 pingg0=-34 pmarkg0=-57 pnumfs=-102 "
    "pnumg0=-61 pof=-51 poffb=16 poffd=-73 ppast=54 ppossfb=41 ppossfg=-87 ppron=4 pprong0=-27 pprong2=22 ps=23 "
    "psfb=57 psg0=-14 psg2=41 psubj=40 psubjfd=14 psubjfs=57 psubjg1=31 psubjg2=32 pthat=-35 pthatfb=-12 pthatfd=35 "
    "pthatg0=-36 pto=-36 ptofb=-35 pwh=-61 pwhfd=-58 pwhichg0=-60 pwhofd=-53 pwhog0=29 px=-3 pxfb=-34 pxfd=28 "
    "pxfg=-27 pxg0=-9 pxg2=36 q's=27 q,=29 qCap=14 qQ=156 q^=32 qafter=-22 qand=-13 qbe=46 qby=-89 qday=51 qed=-57 "
    "qhave=36 qin=-31 qing=-22 qof=-16 qpart=74 qtitle=28 qto=-42 qwh=-44 qwhich=45 qx=-12 ",
    -0.92,
)

LEFT = LinearModel.parse(
    "d1=-86 d4=92 k,=-267 k,npast=-126 k,pCap=-65 kCap=-197 kCapnCap=160 kCapnadv=-151 kCapnbe=-201 kCapned=-218 "
    "kCapnhave=-216 kCapnpast=-245 kCapp,=-157 kCappCap=-104 kCapp^=-138 kCappmark=-116 kadv=285 kand=-227 kbe=305 "
    "kbened=133 kbening=154 kdetnx=266 kdetp^=-203 kdo=354 ked=170 khave=390 khavened=149 kin=167 kly=323 "
    "klyned=108 kmark=-124 kmarknpast=-151 kmarkp,=-201 kmodal=265 kmodalnx=190 knot=373 kpast=212 kpron=-93 ks=-87 "
    "ksnbe=-234 ksned=-150 ksnhave=-228 ksnpast=-187 ksnx=-131 ksubj=-418 ksubjnpast=-36 ksubjp,=-92 ksubjp^=-118 "
    "ksubjpmark=-88 kto=142 ktonx=210 kwho=-337 kx=34 kxnbe=-269 kxned=-197 kxnhave=-281 kxnpast=-273 kxnx=141 "
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
    "L00b=109 L00d=146 L00g=47 L00s=120 L01b=39 L01d=72 L01g=98 L01s=66 L02d=107 L10b=-83 L10d=-78 L10g=-140 "
    "L10s=-21 L11d=-73 L12b=-90 L12g=39 L20d=-71 L20g=-114 L21d=-49 L22b=-93 LLaccord,=-100 LLsay,=42 LLsayCap=71 "
    "LLsayx=96 LQ=19 La,=83 La,b=19 La,d=104 La,g=-63 LaQ=-83 LaQd=9 LaQg=-67 Laadv=100 Laand=-232 Labe=88 "
    "Labed=-108 LadjLsay=207 Ladjb=123 Ladjb,=-3 LadjbQ=97 Ladjbbe=-110 Ladjd=-27 Ladjg=268 LadjhCap=94 Ladjhdet=88 "
    "Ladjhed=-151 Ladjhing=-159 Ladjhposs=131 Ladjhsubj=23 Ladjhtitle=136 Laed=134 Laedg=44 Lahave=148 Lainb=-114 "
    "Laind=60 Laingd=-100 Laly=76 Lamodalb=109 Land=65 Laof=-205 Laofd=-56 Lapast=165 Lapastd=16 Las=-71 Lasb=-74 "
    "Lasd=-96 Lass=129 Lato=-58 Latod=-75 Lax=-127 Laxb=67 Laxd=-93 Laxg=-46 Lb(hCap=-160 Lb,=113 Lb,hCap=8 "
    "Lb,hadv=-137 Lb,hing=-104 Lb,hx=80 Lb-=101 Lb-hCap=158 LbQ=106 LbQhdet=110 Lb^=30 Lb^hCap=84 Lb^hQ=-50 "
    "Lb^hdet=95 Lb^hsubj=69 Lb^hthat=-152 Lb^htitle=53 Lbabout=-148 Lbas=86 Lbbe=-51 Lbbut=125 Lbby=-141 Lbed=-145 "
    "Lbedhdet=-67 Lbfor=-130 Lbfrom=-161 Lbin=-178 Lbing=-144 LbinhCap=-121 Lbinhdet=-93 Lbmodalhx=-116 Lbnum=-162 "
    "Lbnumhx=-105 Lbof=-221 Lbprep=-110 Lbsub=135 Lbthat=97 Lbto=-127 Lbtohx=-55 Lbwh=134 Lbwho=83 Lcommas1=-150 "
    "Lcommas1o=224 Lcommas2=-115 Lcommas2o=239 Lcommas3o=268 Le,c,=137 Lesc,=73 Lexc,=-61 LexcCap=-36 Lexcs=-33 "
    "Lexcx=18 LfarLaccord=-153 LfarLask=-122 LfarLsay=64 Lfarb=-47 Lfarb^=43 Lfarbin=-43 Lfarbof=5 Lfarbpast=64 "
    "Lfarbprep=-46 Lfarbto=-10 Lfarbwith=-116 Lfard=-138 Lfarg=22 LfarhCap=100 LfarhQ=-51 Lfarhadv=-124 Lfarhdet=54 "
    "Lfarhed=-191 Lfarhing=-133 Lfarhly=-75 Lfarhnum=-97 Lfarhpast=-138 Lfarhposs=129 Lfarhthat=-76 Lfarhtitle=199 "
    "Lfarhx=-42 Lfarp,=19 LfarpCap=-128 Lfarpand=162 Lfarpbut=133 Lfarpdet=-49 Lfarps=-99 Lfarpsubj=-99 Lfarpto=101 "
    "Lfarpwho=-84 Lfars=-127 Lg0b=70 Lg0d=39 Lg0s=79 Lg1b=38 Lg1d=22 Lg1g=59 Lg2d=-45 Lg3b=-64 Lg3d=-89 Lg3s=-51 "
    "Lg4b=-102 Lg4d=-92 Lg4g=-59 Lg4s=-90 LhCapt's=187 LhCaptCap=23 LhCaptQ=103 LhCaptwho=-129 LhCaptx=55 LhQtQ=-51 "
    "LhdettCap=57 Lhdettdet=38 Lhdettx=72 Lhposstposs=223 Lhsubjtsubj=342 LhtitletCap=42 Lhwhotwho=291 LhxtCap=32 "
    "Lhxts=43 Lhxtx=-103 Ll1=95 Ll13=-113 Ll2=18 Ll5=-52 Ll8=-72 Lof=27 Lprep=-63 Lt)=209 LtCap=83 LtQ=19 Ltday=-82 "
    "Ltdet=-189 Lted=-41 Ltnum=45 Ltposs=-83 Lts=105 Ltsubj=-103 Ltwho=-117 Lverbs=-149 Lwho=61 RCapbCap=-120 "
    "RCapd=-27 RCaphCap=-45 RLaccord,=156 RLaccord^=59 RLsay,=99 RLsayCap=-25 RLsayQ=50 Ra,=103 Ra,g=209 Ra.=174 "
    "Ra.d=113 Ra.g=148 Raand=-89 Raasd=138 Rabe=-69 Radet=-76 Radetd=-80 RadjLaccord=359 RadjLcall=-91 RadjLsay=121 "
    "RadjLtell=-96 Radjb=-59 Radjbabout=-100 Radjbin=-64 Radjbing=-78 Radjbof=-88 Radjbpast=37 Radjbs=71 Radjd=87 "
    "Radjhposs=-47 Radjhthat=-142 Radjhwh=-95 Radjhx=38 Radjp,=87 RadjpCap=-15 RadjpQ=207 Radjpand=-69 Radjs=-48 "
    "Raed=-122 Raing=-77 Rand=36 Raof=-133 Rapast=-91 Ras=-195 Rasd=-69 Rathat=90 Rax=-220 Raxb=21 Raxd=-138 "
    "Raxg=-53 RbCap=-86 Rbabout=-117 Rbby=413 Rbdet=-94 Rbdethx=-52 Rbed=-18 Rbedhdet=20 Rbfrom=399 Rbing=-141 "
    "Rbof=111 Rbpast=33 RbpasthCap=50 Rbpasthsubj=-97 Rbposs=-93 Rbprep=145 Rbthat=-102 Rbto=63 Rbtohx=-60 Rbx=-49 "
    "Rbybby=192 Rbyd=178 Rcommas1=65 Rcommas1o=107 Rd=-107 Rdetb=-64 Rdetbdet=-94 Rdetd=-30 Rdethx=-52 Rec,=-43 "
    "RecQ=58 Recand=-57 Recsubj=35 Recto=-93 Recx=53 Rg=-94 Rg0d=-107 Rg0g=-94 Rg0s=-58 RhCaptx=32 RhdettCap=68 "
    "Rhdetts=49 Rhdettx=49 Rhsubjtsubj=64 Rhxts=63 Rhxtx=-31 Rinbin=92 Rinhdet=130 RinpCap=76 Rl1=58 Rl13=-63 "
    "Rl4=-20 Rl5=-38 Rl8=-60 Rof=47 Rofbof=199 Rpossbposs=-93 Rprep=-3 Rprepbprep=202 Rs=-58 Rt's=-63 RtCap=99 "
    "Rtdet=-54 Rthatbthat=-100 Rtohx=-67 Rts=81 Rtwho=-158 Rtx=30 Rverbs=-181 Rwho=94 Rxbx=-125 none=251 "
    "none$Cap=-84 none$det=-63 none$subj=-130 none$that=-67 none$to=99 noneb=116 noneba=-95 noned=272 noneda=-257 "
    "nonedab=60 nonedah=-310 noneg2=70 noneg3=62 nones=59 nounLadjdet=-71 ",
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
    "La$vFalsen=81 La$vFalseq=41 La$vTruen=133 La,vTruen=69 La-vTruen=107 LaadvvFalsen=-71 LaadvvTruen=-42 "
    "LaandvFalsen=-56 LaandvTruen=55 LabevFalsen=-104 LaccordvFalsen=-79 LaccordvTruen=79 LaingvTruen=82 "
    "LannouncevFalsen=66 LannouncevTruen=-66 LarguevTruen=81 LatovTruen=-30 LawithvTruen=-52 LclaimvTruen=-97 "
    "LnotevFalsen=-66 LnotevTruen=66 LsayvFalsen=-45 LsayvTruec=96 LsayvTruen=45 LshowvFalsen=-25 LshowvTruen=25 "
    "a$=63 a$$=61 a$$$=61 a$c=64 a$fd=-3 a$fs=18 a$g2=22 a$g3=32 a$g4=52 a$l12=58 a$l20=113 a$l3=-41 a$l4=-26 "
    "a$n=50 a$q=-52 a$vTrue=42 a(=97 a)=155 a)g4=84 a)n=76 a)vTrue=101 a,=51 a,Cap,=-170 a,CapCap=-71 a,Capand=-106 "
    "a,Caped=161 a,Cappast=110 a,Q=-88 a,QQ=-88 a,fd=-3 a,g2=22 a,g4=27 a,ing=42 a,ingthat=81 a,l12=20 a,l3=38 "
    "a,l7=9 a,n=111 a,sub=38 a,vTrue=37 a,x=-102 a,xand=-100 a-=157 a-fd=29 a-g3=29 a-l12=14 a-n=32 a-vFalse=64 "
    "a-vTrue=92 a:=184 a:vTrue=77 a;=267 a;n=115 aQ=-37 aQQ=-37 aQQQ=-37 aQfd=-40 aQg4=-42 aQn=-58 aQvFalse=-67 "
    "aQvTrue=30 aabout=-99 aaboutfb=-54 aaboutn=-48 aaboutvTrue=-57 aadvas=128 aadvg4=-68 aadvl12=-62 aadvvFalse=47 "
    "aadvvTrue=-35 aaftervFalse=115 aandCap=-63 aandQ=-113 aandQQ=-113 aanddet=-85 aanddetx=-66 aandedx=-140 "
    "aandfd=-50 aandfg=24 aandg4=31 aanding=110 aandingx=-119 aandl12=-44 aandl20=-53 aandl4=13 aandpast=78 "
    "aandvTrue=-14 aandx=-55 aandxs=-56 aandxx=-59 aassubj=153 abe=-19 abefd=-86 abeg4=-95 abeing=-67 abel1=-30 "
    "abel12=-38 abel2=-63 abel4=35 abel7=58 aben=-25 abevFalse=-20 abutg4=222 aby=-20 abyfd=53 abyg4=-33 abying=163 "
    "abyvTrue=-115 adayvFalse=123 adayvTrue=-60 aed=-50 aedfd=-61 aedg4=-57 aedl20=47 aedn=-4 aedvFalse=-50 "
    "afor=-28 aforl12=-45 aforn=-19 aforvTrue=-74 afrom=-59 afromg2=-75 afroml7=-62 afromvTrue=-50 afterQ$q=60 "
    "afterQandn=94 afterQingn=161 afterQinn=94 ain=9 ainCap.=52 ainday=158 aindetCap=-36 aindetx=66 ainfd=42 "
    "ainfs=-49 aing=-59 aing3=-35 aing4=-29 aingfd=46 aingg2=-90 aingl12=42 aingn=-98 aings=-86 aingvTrue=-16 "
    "ainl1=133 ainl12=-107 ainl2=48 ainl20=-27 ainl7=-38 ainn=-18 ainvTrue=-69 aly=-21 alyfd=-49 alyg3=-52 "
    "alyvTrue=-47 aof=-124 aofdet=-37 aoffb=-37 aoffd=-35 aofg3=-43 aofg4=-54 aofl2=-32 aofn=-82 aofvFalse=-111 "
    "aofx=-30 aprep=-73 aprepdetx=56 aprepfg=-59 aprepg2=-55 aprepl12=-56 aprepl4=-61 aprepl7=-77 aprepn=65 "
    "aprepposs=118 aprepvTrue=-66 asub=151 asubfd=9 asubl7=-82 asubvTrue=-22 athat=-35 athatfb=-18 athatn=-6 "
    "athatvFalse=-47 ato=-92 atofb=-81 atofd=29 atofs=-32 atog4=-43 atol12=-56 atol20=-22 atol3=55 atol7=-36 "
    "aton=-17 atos=114 atovFalse=10 atovTrue=-101 atoxdet=-44 atoxs=-54 awhol12=53 awhon=-51 awithg3=49 "
    "awithl12=-62 awithl3=77 awithvTrue=-45 b)a$=-120 bCapa$=28 bCapa,=40 bCapaadv=104 bCapaand=30 bCapain=90 "
    "bCapaprep=91 bCapasub=95 bQa$=38 bQaand=101 bQaed=223 bQain=126 bQaing=348 bQasub=105 basaadv=-92 bedaby=-53 "
    "bedain=-50 bingain=-71 bingaprep=-124 blyaed=-65 bpronabe=-64 bsa$=42 bsa,=22 bsaabout=-64 bsaand=32 bsabe=37 "
    "bsaed=52 bsaprep=52 bsathat=-51 bsubjabe=-120 bsubjaed=-82 bxa$=29 bxa,=45 bxa;=112 bxaadv=77 bxaand=64 "
    "bxabe=135 bxaed=37 bxafor=-50 bxafrom=-58 bxaing=-76 bxaof=-69 bxaprep=34 bxato=-35 bxawith=-64 c0=88 c1=-63 "
    "c3=-30 l1=30 l12=-15 l12n=-32 l12q=-58 l1n=44 l2=14 l20=-55 l20c=-31 l20n=-48 l2n=58 l3=17 l4=37 l4n=-25 "
    "l7=-27 l7c=68 l7n=17 last0c=-89 last0n=-66 last0q=-63 last1=36 last1n=22 last2=50 last2n=39 last3=25 last3n=56 "
    "last6=-43 openparenthesis=-279 sCapa$=-15 sCapaas=-87 sCapabe=50 sCapaprep=67 sCapato=-11 sQa$=-52 sdetaed=-54 "
    "sdetafor=44 sdetafrom=67 sdetain=22 sdetaing=-37 sdetaly=-76 sdetathat=-43 sdetawho=-79 sdetawith=40 "
    "sobja$=-70 spossa$=-33 spossain=61 ssa,=28 ssuba$=138 ssubja,=58 ssubjaand=55 ssubjato=32 stitlea$=-45 "
    "stoa,=140 stoabe=102 stoain=-75 swha$=43 swha,=123 sxato=71 vFalsec=34 vFalsen=53 vFalseq=45 vTruec=-34 "
    "vTruen=-53 vTrueq=-45 w,and=6 w,andn=37 wafterafter=105 wandand=65 wandandn=22 wandedvFalse=120 wandor=-112 "
    "wandsvTrue=65 wandthatvTrue=-174 wandxvFalse=-33 wandxvTrue=-56 wasdetvTrue=-91 wfordetvTrue=-41 wforfor=-28 "
    "wforforn=-19 winCapvFalse=-93 windetvFalse=30 winin=-19 winon=-37 winonn=-24 wonCapvFalse=54 wondayvTrue=75 "
    "wondetvFalse=-61 wondetvTrue=-55 y,-s=-55 y,0=49 y,1=58 y,CapFalse=-89 y,QFalse=-58 y,xFalse=-77 yadv-s=-32 "
    "yafter-s=-44 yand-=-16 yand-s=-99 yand0=103 yand1=36 yandCapFalse=-41 yandpastTrue=78 yandxFalse=-30 yas1=50 "
    "ybexFalse=-69 ybut0=196 yed-=35 yed-s=-36 yed1=-64 yfrom-=-45 yfrom-s=37 yin1=-83 yin4=71 ying-s=-60 yof-s=-41 "
    "yprep-s=-24 yprepdetFalse=61 ythat1=-48 ythatsubjTrue=87 yto0=-69 ytoxFalse=-65 ywithdetFalse=-53 ",
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
    "adjacent=81 all0=-60 all1=-54 all2=-39 all3=-25 all3cue1=-14 all3cue5=16 all4cue1=-52 all4cue5=13 all4cue6=42 "
    "all5cue2=-45 all6=5 all6cue5=39 all6cue6=47 all7=32 all8=56 all8cue6=15 apart-after=70 before:1=-57 "
    "before:2=-27 before:5=33 before:6=36 before:7=65 before:8=38 cue1=-128 cue10=42 cue11=53 cue12=48 cue2=-94 "
    "cue3=-66 cue4=-43 cue5=-25 cue7=21 cue8=21 cue9=47 end:0=-71 end:1=-57 end:2=-45 end:3=-13 end:5=24 end:6=44 "
    "end:7=48 end:8=45 first-Capafter=39 first-Qafter=-39 first-Qbefore=-18 first-advafter=29 first-asafter=-62 "
    "first-detafter=18 first-detbefore=19 first-edafter=-84 first-fromafter=-86 first-objafter=37 "
    "first-possafter=21 first-pronafter=28 first-subjafter=44 first-subjboth=-69 first-titleafter=38 "
    "first-whafter=33 first-xafter=14 formd=12 formg=-15 forms=10 grade6=-10 grade9=12 joined-announced=-70 "
    "joined-continued=65 length0=-62 length1=-37 length3=11 length4=22 length5=23 length6=16 place:1=-34 "
    "place:2=-38 place:3=-19 place:6=23 place:7=38 place:8=47 placebefore=-23 placeboth=2 quoted0after=-52 "
    "quoted0before=-23 quoted0both=27 quoted1after=-48 quoted1before=-76 quoted3after=69 quoted3before=108 "
    "source-'sFalse=-42 source-)False=54 source-CapFalse=29 source-noneFalse=-40 source-pronTrue=-67 "
    "source-sFalse=44 source-sTrue=47 source-subjTrue=17 source-xFalse=23 source:0=-55 source:1=-34 source:2=-18 "
    "source:3=8 source:4=11 source:5=12 source:6=20 source:7=26 source:8=27 start:7=-10 stop-,=6 stop--=-51 "
    "stop-:=-88 stop-;=51 stop-Cap=-29 stop-be=94 stop-det=-30 stop-ed=-31 stop-have=57 stop-past=-17 stop-subj=-39 "
    "stop-x=-53 ",
    -0.22,
)

HINTS = LinearModel.parse(
    "before:far-advcl=16 before:far-ccomp=-40 before:far-dobj=-19 before:far-prep=31 before:far-xcomp=-23 "
    "before:near-ccomp=41 before:near-prep=-54 before:same-advcl=-15 before:same-dobj=19 before:same-prep=23 "
    "before:same-xcomp=23 cue:-False=-35 cue:-True=-27 cue:ADJ=31 cue:ADJ-=-21 cue:ADJadvcl=18 cue:ADJccomp=36 "
    "cue:ADJdobj=18 cue:ADJprep=50 cue:ADJxcomp=-70 cue:FalseFalse=-35 cue:FalseTrue=-15 cue:NOUN=5 cue:NOUN-=-59 "
    "cue:NOUNadvcl=-7 cue:NOUNccomp=25 cue:NOUNdobj=37 cue:NOUNprep=-15 cue:NOUNxcomp=25 cue:PROPN-=-27 "
    "cue:PROPNccomp=35 cue:PROPNprep=-10 cue:TrueFalse=-26 cue:TrueTrue=40 cue:VERB=-39 cue:VERB-=32 "
    "cue:VERBadvcl=-28 cue:VERBattr=-25 cue:VERBccomp=-6 cue:VERBprep=-22 cue:VERBxcomp=9 cue:advclFalse=-30 "
    "cue:advclTrue=12 cue:attrTrue=-25 cue:ccompFalse=24 cue:ccompTrue=66 cue:dobjFalse=28 cue:dobjTrue=-15 "
    "cue:other=-34 cue:other-=14 cue:otherdobj=-44 cue:prepFalse=5 cue:prepTrue=-6 cue:xcompFalse=-42 "
    "cue:xcompTrue=8 end:far-advcl=-43 end:far-attr=-6 end:far-ccomp=-48 end:far-dobj=-33 end:far-prep=-45 "
    "end:far-xcomp=-39 end:near-ccomp=-17 end:near-dobj=-35 end:near-prep=-6 end:same-advcl=45 end:same-attr=6 "
    "end:same-ccomp=65 end:same-dobj=67 end:same-prep=52 end:same-xcomp=41 place:after-after-advcl=-5 "
    "place:after-after-ccomp=80 place:after-after-dobj=64 place:after-before-advcl=46 place:after-before-ccomp=-97 "
    "place:after-before-dobj=14 place:after-before-prep=24 place:after-before-xcomp=-35 place:after-both-advcl=-41 "
    "place:after-both-ccomp=17 place:after-both-dobj=-78 place:after-both-prep=-20 place:after-both-xcomp=37 "
    "place:before-after-advcl=17 place:before-after-ccomp=-80 place:before-after-dobj=-115 "
    "place:before-after-prep=-9 place:before-after-xcomp=-17 place:before-before-advcl=-17 "
    "place:before-before-ccomp=57 place:before-before-dobj=107 place:before-before-prep=-48 "
    "place:before-before-xcomp=-24 place:before-both-ccomp=23 place:before-both-dobj=8 place:before-both-prep=57 "
    "place:before-both-xcomp=41 place:none-after=-7 place:none-before=12 source:no-subject-none=41 "
    "source:no-subject-some=-41 source:other=24 source:overlap=-173 source:same=179 source:same-end=-122 "
    "source:same-start=14 source:subject-none=79 start:far-ccomp=-130 start:far-dobj=8 start:far-xcomp=-104 "
    "start:near-ccomp=33 start:near-dobj=-19 start:near-prep=-7 start:near-xcomp=37 start:same-ccomp=97 "
    "start:same-dobj=11 start:same-prep=6 start:same-xcomp=68 ",
    0.00,
)
