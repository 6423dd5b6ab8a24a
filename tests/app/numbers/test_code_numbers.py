"""Numbers that people type and read: every page has them typed, and shown, in the one way that the house has.

Streamlit's own field drops a comma, and its columns of numbers follow the browser where they are typed in.
"""

import ast

import pytest

from tests.source import screens


def calls(tree, name):
    """The calls of something by that name, whatever module it is taken from."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            called = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            if called == name:
                yield node


def given(call, name):
    return next((one.value for one in call.keywords if one.arg == name), None)


def names(node):
    return {one.value for one in ast.walk(node) if isinstance(one, ast.Constant)} if node else set()


def typed_in(tree):
    """Columns of numbers in a table that is edited, but for those that are only shown."""
    for call in calls(tree, "data_editor"):
        columns = given(call, "column_config")
        assert isinstance(columns, ast.Dict), "the columns of a table that is edited stand where it is drawn"
        numbers = {
            key.value
            for key, value in zip(columns.keys, columns.values, strict=True)
            if list(calls(value, "NumberColumn"))
        }
        yield from numbers - names(given(call, "disabled"))


@pytest.mark.parametrize("code", ["import streamlit as st\nst.number_input('a')", "number_input('a')"])
def test_a_field_of_streamlits_own_is_seen(code):
    assert list(calls(ast.parse(code), "number_input"))


def test_an_edited_column_of_numbers_is_seen():
    table = "st.data_editor(x, disabled=['a'], column_config={'a': c.NumberColumn(), 'b': c.NumberColumn()})"
    assert list(typed_in(ast.parse(table))) == ["b"]


def test_no_page_asks_for_a_number_but_in_the_field_that_reads_every_notation():
    assert [one.name for one in screens() if list(calls(one.tree, "number_input"))] == []
    assert [(one.name, column) for one in screens() for column in typed_in(one.tree)] == []
