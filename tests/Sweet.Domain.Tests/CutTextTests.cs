using Sweet.Domain.Messages;

namespace Sweet.Domain.Tests;

public class CutTextTests
{
    [Theory]
    [InlineData("Ana", 3, "Ana")]
    [InlineData("Anas", 3, "Ana")]
    [InlineData("Ana", 0, "")]
    [InlineData("An😀", 4, "An😀")]
    [InlineData("An😀a", 4, "An😀")]
    [InlineData("Ana😀", 4, "Ana")]
    [InlineData("😀", 1, "")]
    public void No_character_is_cut_in_half(string text, int length, string cut) => Assert.Equal(cut, text.CutTo(length));

    [Fact]
    public void Nor_in_what_a_message_keeps_of_its_failure()
    {
        var message = new Message(
            "HoldEnded", "fact", new Addressee(Recipient.Student, "ana@clinic.example", "Ana"), new MessageBody("Subject", "<p>Words</p>", "Words"), Some.Now);

        message.Fail(new string('a', Message.FailureMaxLength - 1) + "😀");

        Assert.Equal(new string('a', Message.FailureMaxLength - 1), message.Failure);
    }
}
