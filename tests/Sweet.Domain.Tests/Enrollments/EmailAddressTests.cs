using Sweet.Domain.Enrollments;

namespace Sweet.Domain.Tests.Enrollments;

public class EmailAddressTests
{
    [Theory]
    [InlineData("ana@clinic.example", "ana@clinic.example")]
    [InlineData("  Ana.Ortiz@Clinic.Example ", "Ana.Ortiz@clinic.example")]
    [InlineData("\uFEFFana@clinic.example\u200B\r\n", "ana@clinic.example")]
    [InlineData("ana@bu\u0308cher.example", "ana@xn--bcher-kva.example")]
    [InlineData("ana+ipt@clinic.example", "ana+ipt@clinic.example")]
    [InlineData("o'brien@clinic.example", "o'brien@clinic.example")]
    [InlineData("ana@bücher.example", "ana@xn--bcher-kva.example")]
    [InlineData("ana@例え.テスト", "ana@xn--r8jz45g.xn--zckzah")]
    [InlineData("ana@пример.рф", "ana@xn--e1afmkfd.xn--p1ai")]
    [InlineData("ana@موقع.example", "ana@xn--4gbrim.example")]
    [InlineData("a@b.co", "a@b.co")]
    public void Reads_what_mail_can_reach(string typed, string text)
    {
        var email = EmailAddress.Read(typed, out var problem);

        Assert.Null(problem);
        Assert.Equal(text, email?.Text);
    }

    [Theory]
    [InlineData(null, EmailProblem.Missing)]
    [InlineData("   ", EmailProblem.Missing)]
    [InlineData("ana", EmailProblem.Malformed)]
    [InlineData("@clinic.example", EmailProblem.Malformed)]
    [InlineData("ana@", EmailProblem.Malformed)]
    [InlineData("ana@clinic", EmailProblem.Malformed)]
    [InlineData("ana@clinic..example", EmailProblem.Malformed)]
    [InlineData("ana@-clinic.example", EmailProblem.Malformed)]
    [InlineData("ana@127.0.0.1", EmailProblem.Malformed)]
    [InlineData("ana@[127.0.0.1]", EmailProblem.Malformed)]
    [InlineData("ana ortiz@clinic.example", EmailProblem.Malformed)]
    [InlineData("ana@clinic.example, eve@evil.example", EmailProblem.Malformed)]
    [InlineData("ana@clinic.example\r\nBcc: eve@evil.example", EmailProblem.Malformed)]
    [InlineData("Ana <ana@clinic.example>", EmailProblem.Malformed)]
    [InlineData("\"ana ortiz\"@clinic.example", EmailProblem.Malformed)]
    [InlineData(".ana@clinic.example", EmailProblem.Malformed)]
    [InlineData("ana.@clinic.example", EmailProblem.Malformed)]
    [InlineData("a..na@clinic.example", EmailProblem.Malformed)]
    [InlineData("ana@eve@clinic.example", EmailProblem.Malformed)]
    [InlineData("jürgen@clinic.example", EmailProblem.NotAsciiBeforeAt)]
    [InlineData("アナ@clinic.example", EmailProblem.NotAsciiBeforeAt)]
    public void Refuses_what_mail_cannot_reach(string? typed, EmailProblem expected)
    {
        var email = EmailAddress.Read(typed, out var problem);

        Assert.Null(email);
        Assert.Equal(expected, problem);
    }

    [Fact]
    public void Takes_the_longest_part_before_the_at_and_not_one_sign_more()
    {
        Assert.NotNull(EmailAddress.Read($"{new string('a', 64)}@clinic.example", out _));
        Assert.Null(EmailAddress.Read($"{new string('a', 65)}@clinic.example", out _));
    }

    [Fact]
    public void Takes_254_signs_and_not_one_more()
    {
        var domain = $"{string.Join('.', Enumerable.Repeat(new string('d', 60), 3))}.example";
        var room = EmailAddress.MaxLength - domain.Length - 1;

        Assert.NotNull(EmailAddress.Read($"{new string('a', room)}@{domain}", out _));
        Assert.Null(EmailAddress.Read($"{new string('a', room + 1)}@{domain}", out _));
    }

    [Fact]
    public void All_ways_to_write_one_address_have_one_key()
    {
        string[] ways = ["Ana@BÜCHER.example", "ana@bücher.example", " ANA@xn--bcher-kva.EXAMPLE "];

        Assert.Single(ways.Select(w => Some.Email(w).Key).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void Is_shown_with_its_domain_in_its_own_script()
    {
        Assert.Equal("ana@bücher.example", EmailAddress.Shown(Some.Email("ana@bücher.example").Text));
        Assert.Equal("ana@clinic.example", EmailAddress.Shown("ana@clinic.example"));
    }
}
