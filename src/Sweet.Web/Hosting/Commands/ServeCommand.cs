namespace Sweet.Web.Hosting.Commands;

public sealed class ServeCommand : Command
{
    public override string Verb => "";

    public override string Purpose => "serves the site";

    public override async Task<int> Run(WebApplication app)
    {
        await app.RunAsync();
        return 0;
    }
}
