namespace Sweet.Domain.Tests;

public class TypedTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData(" \t\r\n ", "")]
    [InlineData("\uFEFFAna\u200B", "Ana")]
    [InlineData("\u200B \u2060Ana Ortiz\u00A0\uFEFF", "Ana Ortiz")]
    [InlineData("Jose\u0301", "José")]
    [InlineData("one\r\ntwo\rthree", "one\ntwo\nthree")]
    [InlineData("\u1112\u1161\u11AB", "한")]
    [InlineData("علي\u200Cرضا", "علي\u200Cرضا")]
    [InlineData("👩\u200D⚕️", "👩\u200D⚕️")]
    public void Is_kept_without_what_came_along(string? typed, string kept) => Assert.Equal(kept, TypedText.Clean(typed));

    [Theory]
    [InlineData("a\uFFFEb")]
    [InlineData("a\uFFFFb")]
    public void Is_read_whatever_it_holds(string typed) => Assert.StartsWith("a", TypedText.Clean(typed), StringComparison.Ordinal);

    [Fact]
    public void Is_read_with_half_a_pair() => Assert.Equal("a\uFFFDb", TypedText.Clean("a" + '\uD83D' + "b"));

    [Theory]
    [InlineData("")]
    [InlineData(" \u00A0")]
    [InlineData("\u200B\u200D")]
    [InlineData("\u2800\u3164\uFFA0\u115F\u1160")]
    [InlineData("\u034F\uFE0F\u0301")]
    public void Shows_nothing(string text) => Assert.False(TypedText.IsSeen(text));

    [Theory]
    [InlineData("a")]
    [InlineData("\u200B.")]
    [InlineData("李")]
    [InlineData("🙂")]
    public void Shows_something(string text) => Assert.True(TypedText.IsSeen(text));
}
