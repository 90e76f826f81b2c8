using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Email;

public abstract class MailStory : Story
{
    protected MailStory()
    {
        Mail = new Mailroom(Site);
    }

    protected Mailroom Mail { get; }
}
