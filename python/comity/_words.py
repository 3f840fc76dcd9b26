"""The few words that pictures say of themselves, in the languages in which they can be drawn."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["phrase"]

_SIMPLIFIED: Mapping[str, str] = {
    "Summits and\nmeetings": "峰会和会议",
    "Statements": "宣言和声明",
    "Agreements\nand plans": "协定和计划",
    "Exercises": "演习",
    "Bodies": "机构",
    "United Nations": "联合国",
    "instrument": "文件",
    "event": "事件",
    "commitment": "承诺",
    "actor": "行为体",
    "assessment": "判断",
    "topic": "议题",
    "observation": "观测",
    "place": "地点",
    "on that day": "当日",
    "on some day of these": "其间某日",
    "possible": "可能",
    "not dated": "无日期",
    "what came of it, as stated": "所述的后续",
    "what came of it, inferred": "推断的后续",
    "What came of: {}": "后续：{}",
    "{} days": "{}天",
    "{} to {} days": "{}至{}天",
    "the same day": "同日",
    "{} more of these kinds have no first day": "另有{}项无起始日期",
}

_TRADITIONAL: Mapping[str, str] = {
    "Summits and\nmeetings": "峰會和會議",
    "Statements": "宣言和聲明",
    "Agreements\nand plans": "協定和計劃",
    "Exercises": "演習",
    "Bodies": "機構",
    "United Nations": "聯合國",
    "instrument": "文件",
    "event": "事件",
    "commitment": "承諾",
    "actor": "行為體",
    "assessment": "判斷",
    "topic": "議題",
    "observation": "觀測",
    "place": "地點",
    "on that day": "當日",
    "on some day of these": "其間某日",
    "possible": "可能",
    "not dated": "無日期",
    "what came of it, as stated": "所述的後續",
    "what came of it, inferred": "推斷的後續",
    "What came of: {}": "後續：{}",
    "{} days": "{}天",
    "{} to {} days": "{}至{}天",
    "the same day": "同日",
    "{} more of these kinds have no first day": "另有{}項無起始日期",
}


def phrase(text: str, language: str) -> str:
    """The phrase in that language; as it is where it has not been put into it."""
    if language in ("zh-Hant", "zh-TW", "zh-HK"):
        return _TRADITIONAL.get(text, text)
    if language == "zh" or language.startswith("zh-"):
        return _SIMPLIFIED.get(text, text)
    return text
