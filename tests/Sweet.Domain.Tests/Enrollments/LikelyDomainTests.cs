using Sweet.Domain.Enrollments;

namespace Sweet.Domain.Tests.Enrollments;

public class LikelyDomainTests
{
    [Theory]
    [InlineData("gmial.com", "gmail.com")]
    [InlineData("gmai.com", "gmail.com")]
    [InlineData("gmaill.com", "gmail.com")]
    [InlineData("gnail.com", "gmail.com")]
    [InlineData("gmail.co", "gmail.com")]
    [InlineData("gmail.con", "gmail.com")]
    [InlineData("gmail.cmo", "gmail.com")]
    [InlineData("hotmial.com", "hotmail.com")]
    [InlineData("yaho.com", "yahoo.com")]
    [InlineData("outlok.com", "outlook.com")]
    [InlineData("iclould.com", "icloud.com")]
    [InlineData("clinic.con", "clinic.com")]
    [InlineData("university.edi", "university.edu")]
    public void Guesses_what_was_meant_by_a_slip(string typed, string meant) => Assert.Equal(meant, LikelyDomain.For(typed));

    [Theory]
    [InlineData("gmail.com")]
    [InlineData("mail.com")]
    [InlineData("email.com")]
    [InlineData("ymail.com")]
    [InlineData("yahoo.co.uk")]
    [InlineData("hotmail.fr")]
    [InlineData("clinic.example")]
    [InlineData("clinic.co")]
    [InlineData("xn--bcher-kva.example")]
    public void Says_nothing_of_what_may_well_be_meant(string typed) => Assert.Null(LikelyDomain.For(typed));
}
