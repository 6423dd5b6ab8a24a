"""Answers that a page waits for are in what is said to it, whatever run begins before they are sent."""

from streamlit.proto.Common_pb2 import FileURLsRequest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import app_session
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.script_data import ScriptData
from streamlit.runtime.scriptrunner.script_cache import ScriptCache

from serving import answers
from serving.answers import KeepingQueue
from tests.coroutines import result_of


def waiting(kind=KeepingQueue):
    """A run of a page that is not sent yet, with the answers to two questions in it."""
    found = kind()
    words = ForwardMsg()
    words.delta.new_element.markdown.body = "drawn in vain"
    address = ForwardMsg()
    address.file_urls_response.response_id = "a file"
    begun = ForwardMsg()
    begun.new_session.page_script_hash = "start"
    download = ForwardMsg()
    download.backend_operation_response.request_id = "a download"
    for message in (words, address, begun, download):
        found.enqueue(message)
    return found


def kinds(found):
    return sorted(message.WhichOneof("type") for message in found.flush())


def test_a_new_run_takes_no_answer_away():
    found = waiting()
    found.clear(retain_lifecycle_msgs=True)
    assert kinds(found) == ["backend_operation_response", "file_urls_response", "new_session"]
    assert kinds(found) == []


def test_a_new_run_of_a_part_says_nothing_twice():
    found = waiting()
    found.clear(retain_lifecycle_msgs=True, fragment_ids_this_run=["part"])
    assert kinds(found) == ["backend_operation_response", "delta", "file_urls_response", "new_session"]


def test_what_nobody_waits_for_any_more_is_forgotten_whole():
    found = waiting()
    found.clear()
    assert kinds(found) == []


def test_streamlit_itself_still_forgets_them():
    """Once it does not, :mod:`serving.answers` can go."""
    found = waiting(ForwardMsgQueue)
    found.clear(retain_lifecycle_msgs=True)
    assert kinds(found) == ["new_session"]


def test_every_session_of_the_server_has_such_a_queue(monkeypatch, tmp_path):
    async def opened():
        script = ScriptData(str(tmp_path / "app.py"))
        session = AppSession(script, MemoryUploadedFileManager("/upload"), ScriptCache(), None, {})
        session._handle_file_urls_request(FileURLsRequest(request_id="a file", file_names=["table.csv"]))
        session._clear_queue()
        said = session.flush_browser_queue()
        session.shutdown()
        return said

    monkeypatch.setattr(app_session, "ForwardMsgQueue", ForwardMsgQueue)
    assert result_of(opened()) == []
    answers.keep()
    (answer,) = result_of(opened())
    assert answer.file_urls_response.response_id == "a file"
    assert len(answer.file_urls_response.file_urls) == 1
