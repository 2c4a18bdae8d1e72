"""English words that may be cues, with how often each is one.

A word has four digits, for its bare form, its third person, its past form and its form in -ing: 0 for hardly ever, 9 for
almost always. They come from counts in annotated news; words that are rare there have the digits of their like.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from newsfacts.drafting.word_classes import word_set

__all__ = ["cue_words"]

_VOWELS = frozenset("aeiou")
_DOUBLED = frozenset("bdglmnprt")


@functools.cache
def cue_words() -> Mapping[str, tuple[str, str, int]]:
    """For each form of a word that may be a cue: its lemma, which form it is ("b", "s", "d", "g"), and its digit."""
    found: dict[str, tuple[str, str, int]] = {}
    for item in _TABLE.split():
        lemma, _, digits = item.partition("=")
        grades = dict(zip("bsdg", map(int, digits), strict=True))
        for word, form in _forms(lemma):
            if word not in found or found[word][2] < grades[form]:
                found[word] = (lemma, form, grades[form])
    return MappingProxyType(found)


def _forms(lemma: str) -> Iterator[tuple[str, str]]:
    """The forms of a word, as far as they can be foreseen; a form that no one writes does no harm."""
    ends_in_y = lemma.endswith("y") and lemma[-2] not in _VOWELS
    yield lemma, "b"
    yield (lemma[:-1] + "ies" if ends_in_y else lemma + ("es" if lemma.endswith(_HISSING) else "s")), "s"
    doubled = lemma[-1] in _DOUBLED and lemma[-2] in _VOWELS and lemma[-3] not in _VOWELS
    if lemma in _IRREGULAR:
        yield from ((word, "d") for word in _IRREGULAR[lemma])
    elif ends_in_y:
        yield lemma[:-1] + "ied", "d"
    else:
        yield lemma + ("d" if lemma.endswith("e") else "ed"), "d"
        if doubled:
            yield lemma + lemma[-1] + "ed", "d"
    yield (lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma) + "ing", "g"
    if doubled:
        yield lemma + lemma[-1] + "ing", "g"


_HISSING = ("s", "sh", "ch", "x", "z", "o")

_IRREGULAR = {
    lemma: tuple(forms.split(","))
    for lemma, _, forms in (
        item.partition("=")
        for item in word_set(
            "be=been,was become=became,become begin=began,begun bemoan=bemoaned bet=bet bite=bit,bitten blow=blew,blown "
            "break=broke,broken bring=brought build=built buy=bought cast=cast catch=caught choose=chose,chosen "
            "come=came,come cut=cut deal=dealt do=did,done draw=drawn,drew dream=dreamt drive=driven,drove fall=fallen,fell "
            "fear=feared feel=felt fight=fought find=found foresee=foresaw,foreseen forget=forgot,forgotten "
            "forgive=forgave,forgiven get=got,gotten give=gave,given go=gone,went grow=grew,grown have=had hear=heard "
            "hide=hid,hidden hit=hit hold=held keep=kept know=knew,known lay=laid lead=led learn=learnt leave=left let=let "
            "light=lit lose=lost make=made mean=meant meet=met mislead=misled misunderstand=misunderstood "
            "overhear=overheard pay=paid put=put quit=quit read=read rebut=rebutted rewrite=rewritten,rewrote "
            "rise=risen,rose run=ran,run say=said see=saw,seen seek=sought sell=sold send=sent set=set shake=shaken,shook "
            "shoot=shot show=showed,shown shut=shut sing=sang,sung sit=sat speak=spoke,spoken spend=spent split=split "
            "spread=spread stand=stood steal=stole,stolen stick=stuck strike=struck swear=swore,sworn take=taken,took "
            "teach=taught tear=tore,torn tell=told think=thought throw=threw,thrown undergo=undergone,underwent "
            "understand=understood wear=wore,worn win=won withdraw=withdrawn,withdrew withhold=withheld write=written,wrote "
        )
    )
}

_TABLE = (
    "accept=5644 accord=3469 accusation=7666 accuse=9889 acknowledge=7998 acquiesce=7798 adamant=6666 add=3688 "
    "address=3353 admiration=5555 admire=8777 admission=5455 admit=6996 adopt=3444 advice=5555 advise=1133 "
    "advocate=5265 affirm=4663 agitate=5574 agree=6786 aim=5456 air=0020 alarm=4655 align=4442 allegation=5666 "
    "allege=7777 allegedly=5555 allow=4452 allude=7787 anger=1473 angry=4444 announce=7999 announcement=3233 "
    "answer=3354 anticipate=5465 anxiety=5555 apologise=3776 apologize=7765 apology=2644 appeal=1112 appear=5752 "
    "append=4425 applaud=7756 appoint=4555 appointment=4233 approval=2222 approve=5674 argue=9999 argument=4444 "
    "articulate=3575 ascertain=3776 ask=7888 assail=6897 assert=6999 assertion=9366 assess=3776 assessment=4544 "
    "assume=5455 assumption=7466 assurance=6666 assure=5888 attack=2376 attempt=0344 attitude=2433 attract=0133 "
    "attribute=9777 author=0051 authorize=3444 aver=3776 avow=3776 award=1020 aware=7777 balk=7797 ban=2345 "
    "bash=2445 beam=4332 bear=1222 beg=4345 belief=7455 believe=8877 belittle=5574 bellow=3776 bemoan=7797 "
    "beseech=3776 bitter=3333 blame=7997 blare=5443 blast=9899 block=0351 blog=3776 blurt=3776 bluster=3776 "
    "boast=8696 boo=5321 boom=1361 brag=8887 brand=2122 bring=1020 bristle=3454 broadcast=2433 brush=6566 "
    "calculate=3642 call=5788 capture=0120 care=1341 cast=4642 caution=5898 celebrate=1353 certain=3333 "
    "challenge=1264 champion=2763 chant=4987 characterise=3776 characterize=6786 charge=2253 chatter=8777 "
    "cheer=5032 chide=7799 chime=3446 chirp=3776 choose=2233 circulate=5453 cite=9999 claim=6787 clamor=3776 "
    "clarify=6686 clash=0131 clear=4424 co-sponsor=3575 coax=3776 coin=0242 comfort=3332 comment=3176 commit=5221 "
    "commitment=4133 compare=4434 compile=5314 complain=7896 complaint=4655 concede=7897 concern=4462 conclude=9988 "
    "conclusion=3533 concur=3776 condemn=3695 confess=7676 confide=3776 confidence=4444 confident=8777 confirm=4778 "
    "confront=2531 confuse=3443 congratulate=8899 conjecture=3776 consensus=5555 consider=5878 contemplate=6675 "
    "contend=3875 contention=4344 continue=0260 contradict=5574 contrast=0464 conversation=2322 convince=6683 "
    "corroborate=3776 counsel=3776 counter=4454 cover=2440 crack=1261 create=0003 credit=2467 critic=2011 "
    "critical=3333 criticise=6676 criticism=6566 criticize=8999 critique=5236 crow=3776 cry=6665 cynical=9888 "
    "deadpan=3776 debate=0052 decide=5566 decision=4333 declaration=4544 declare=9988 decline=2485 decree=3776 "
    "decry=8899 dedicate=3335 deduce=3776 deem=8899 defend=5797 defender=6244 defense=1011 define=4231 deflect=5434 "
    "deliver=0445 demand=4556 demonstrate=3644 demur=3776 denounce=9997 denunciation=5655 deny=6785 depict=6555 "
    "deplore=3776 deride=8898 describe=7899 description=4233 design=3244 desire=5334 desperate=4444 detail=3236 "
    "determine=5455 devote=4443 diagnose=3776 dictate=5524 dictum=7666 dig=5342 direct=0131 disagree=6555 "
    "disagreement=7766 disappoint=4575 disavow=4787 disclose=5577 disclosure=4333 discover=4434 discuss=7898 "
    "discussion=3333 dislike=7787 dismay=4444 dismiss=6989 dismissive=4444 disparage=6775 display=1155 dispute=3363 "
    "disregard=6676 distance=1473 distrust=4565 diverge=7666 divulge=3776 document=1151 double=0441 doubt=5645 "
    "downplay=5574 draw=0321 drawl=3776 dub=6676 dwell=7666 eager=6666 echo=4474 elaborate=1352 elucidate=3776 "
    "email=3776 embrace=5655 emerge=0020 empathize=7666 emphasise=3776 emphasize=9797 empower=5425 enamor=7787 "
    "encourage=5384 endorse=7977 endorsement=5355 engage=3211 enjoy=3345 enquire=3776 enthuse=3776 enthusiasm=2222 "
    "enthusiastic=2222 entreat=3776 enumerate=3776 envisage=3776 envision=9698 erupt=4206 espouse=3776 "
    "establish=2542 estimate=6555 evaluate=3776 evidence=1101 excite=1362 exclaim=6676 exemplify=6667 exhort=6677 "
    "expand=1020 expect=9989 expectation=2433 experience=0034 explain=8898 explore=5654 expose=6354 expound=3776 "
    "express=7898 extol=6677 extrapolate=3776 exult=3776 eye=2334 faith=2222 familiar=1111 favor=5565 "
    "favorable=2222 favorite=2122 fear=6688 feature=1230 feel=6455 feeling=4444 fight=0003 figure=2133 find=3763 "
    "finding=3233 focus=4645 follow=0400 footage=5555 forecast=6355 foresee=8777 foreshadow=6676 foretell=3776 "
    "forewarn=3776 forget=4576 forward=0632 frame=3342 fret=3776 frustrate=2522 fulminate=3776 fume=3776 "
    "furious=4444 gauge=3776 give=0222 glad=8777 gloat=3776 grant=0245 greet=3332 gripe=3776 groan=3776 growl=3776 "
    "grumble=3776 guarantee=1142 guess=6563 guilty=9777 gush=3776 hail=3576 hammer=4443 happy=5555 harsh=4444 "
    "hate=5565 hear=1132 heckle=6654 herald=2664 highlight=6577 hint=5678 holler=3776 hope=6798 hopeful=4033 "
    "horrify=7656 hostility=4444 howl=3776 hypothesise=3776 hypothesize=3776 identify=6765 ignore=6664 "
    "illustrate=4755 imagine=4687 implore=3776 imply=5787 impose=2454 impress=4565 inability=4444 incline=4444 "
    "include=0230 indicate=7886 infer=3776 inform=7778 information=1111 infuriate=7657 inquire=3776 insinuate=3776 "
    "insist=9999 insistence=5555 instruct=5565 insult=2055 intend=8766 interest=2051 interject=4667 interpret=8676 "
    "intimate=4575 intone=3776 intrigue=3453 introduce=4655 invalidate=5556 inveigh=3776 investigate=1523 "
    "invite=3343 invoke=5465 irritate=6676 issue=1041 jab=4343 jest=3776 joke=3684 judge=0040 justify=5434 "
    "keen=5555 knock=1462 know=6765 label=4587 lambaste=7797 lament=5798 lampoon=3776 lash=6685 laud=4565 "
    "launch=0124 lay=2656 lean=4335 learn=5684 lecture=3353 leery=7666 liken=7797 limit=0003 link=0423 list=0565 "
    "lobby=0541 look=4445 love=4663 maintain=4245 make=0022 mandate=1634 mark=0032 marvel=4575 mean=3031 "
    "measure=0051 mention=7979 mind=4144 moan=3776 mock=4877 mum=7666 mumble=3776 murmur=3776 muse=7787 mutter=3776 "
    "mystify=6676 name=1064 need=0110 negotiate=2461 nervous=6666 nominate=4562 note=4444 notice=1363 notify=3776 "
    "notion=3233 observe=6665 obvious=4444 offer=4475 opine=7787 opinion=3433 opponent=2011 oppose=8976 "
    "opposition=4444 opt=4574 optimistic=5555 outline=4777 outlook=4444 outrage=3464 outspoken=5555 overstate=6645 "
    "overturn=3453 paint=6655 passion=5244 passionate=5555 peg=6677 perceive=4544 perception=7666 persuade=6798 "
    "pick=0022 pile=4221 pitch=0432 pivot=0141 plan=2535 plead=4445 please=2654 pledge=6658 plot=6555 point=2286 "
    "pontificate=3776 portray=7877 posit=6677 position=2344 post=0462 postulate=3776 pounce=6546 pound=3234 "
    "praise=6999 preach=4776 predict=8988 prediction=6455 prefer=9968 prepare=0002 prescribe=6667 present=1355 "
    "press=0455 pressure=1151 prevent=2102 priority=4022 proclaim=6775 produce=0023 profess=3776 prohibit=7635 "
    "project=0263 promise=5697 promote=6856 pronounce=6666 prophesy=3776 proponent=6144 proposal=4444 propose=6779 "
    "protest=1144 proud=5555 prove=1123 provide=2040 publicize=6677 publish=2534 pump=8887 pursue=4133 push=3565 "
    "put=3430 puzzle=4556 quash=3575 query=3776 question=4498 quick=4444 quip=6686 quote=4678 rail=8997 raise=0020 "
    "rank=0240 rant=4332 ratify=5434 rattle=6674 rave=3776 re-tweet=6667 react=2352 read=5653 ready=1011 "
    "reaffirm=8788 realise=3776 realize=8898 reassert=3776 reassure=7775 rebuff=5665 rebuke=5484 rebut=9888 "
    "recall=6898 recap=3776 recite=4777 reckon=6462 recognise=3776 recognition=4444 recognize=6768 recollect=3776 "
    "recommend=5764 recount=5876 refer=9988 reference=4687 reflect=2233 refusal=6666 refuse=7989 refute=3776 "
    "regard=3561 regret=8777 reiterate=8899 reject=7887 rejection=4444 rejoin=3776 relate=1231 relay=3776 "
    "release=1134 relief=3333 relish=6786 reluctance=8777 reluctant=4444 rely=1004 remark=3287 remember=7998 "
    "remind=9799 reminder=2533 remonstrate=3776 renounce=7774 repeat=7666 replay=4444 reply=4787 report=1483 "
    "reportedly=7666 represent=4020 reprimand=4575 reprise=6677 repudiate=8887 reputation=2122 request=2484 "
    "require=3344 resist=7554 resistance=3333 resonate=3354 respect=3133 respond=5764 response=2222 restate=3776 "
    "restrict=5658 rethink=7778 retort=3776 return=2010 retweet=6675 reveal=7878 revere=7787 reversal=3444 "
    "review=2111 revile=4575 revisit=2553 rhapsodize=3776 ridicule=5334 rip=5654 roar=3776 rule=2062 rumor=6846 "
    "satisfy=4454 say=8999 scare=3565 scoff=6564 scold=6676 scorn=6433 scrutiny=3333 see=5854 seek=6665 seem=5775 "
    "seemingly=5555 seize=5225 self-describe=3333 send=0020 sense=3445 sensitive=2222 sentence=0242 sentiment=4444 "
    "serious=1111 sermonize=3776 shake=0113 share=3354 shift=0220 shock=1454 shout=9794 show=5675 shriek=3776 "
    "shrug=3476 side=0060 sigh=3776 sign=2151 signal=3675 sing=3663 skeptical=5555 skewer=3776 slam=4988 "
    "slogan=4644 snap=3776 snarl=3776 sneer=3776 sniff=3776 sob=3776 sound=2674 spar=5564 spark=3342 speak=2441 "
    "specify=3776 speculate=6685 speculation=6555 spell=7476 split=1111 sponsor=3222 spout=3776 spurn=6776 "
    "squeal=3776 stammer=3776 stance=4344 stand=2131 startle=7787 state=0087 stipulate=3776 stress=5788 strike=0140 "
    "strive=7777 submit=4444 sue=5555 suggest=9798 suggestion=8777 summarise=3776 summarize=3776 support=5686 "
    "supporter=3111 supportive=5555 sure=2222 surface=3345 surmise=6676 surprise=3150 suspect=4575 swipe=4543 "
    "sympathetic=5555 talk=4587 tally=3776 target=1222 taunt=6677 tease=3776 telegraph=3776 tell=7997 tend=2111 "
    "testify=5464 text=3776 thank=4089 theorise=3776 theorize=3776 theory=2322 think=6965 threat=1041 threaten=7665 "
    "thrill=4565 throw=0103 thunder=3776 tick=4462 title=1274 touch=1353 tout=7998 trash=4665 tribute=4444 "
    "trumpet=7778 trust=2342 try=1021 tussle=6677 tweet=0297 unaware=6555 unclear=4444 uncover=5323 "
    "underestimate=5664 underline=3776 underscore=5544 understand=6966 unhappy=6555 unknown=3333 unleash=4243 "
    "unmistakable=6555 unnoticed=5555 unsettle=5565 unveil=5464 unwillingness=6555 upbeat=4444 upset=5343 urge=6998 "
    "utter=7667 vent=4575 venture=3776 veto=4677 view=6465 vocal=3333 voice=1183 volunteer=3776 vote=2052 "
    "vouch=8798 vow=8999 wail=3776 want=6786 warn=9997 warning=5655 wary=5555 watch=0032 weigh=4353 welcome=4474 "
    "whack=7766 whine=3776 whisper=3776 willingness=4444 wish=4364 withdraw=4465 withhold=2334 witness=5366 "
    "wonder=6799 worry=8687 write=7885 yell=6676 "
)
