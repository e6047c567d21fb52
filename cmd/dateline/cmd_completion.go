package main

import (
	"embed"
	"strings"

	"github.com/urfave/cli/v2"
)

func init() {
	register(completionCommand)
	register(completeCommand)
}

//go:embed completion
var completions embed.FS

var shells = []string{"bash", "zsh", "fish", "powershell"}

func completionCommand(h *host) *cli.Command {
	return &cli.Command{
		Name: "completion", Category: "More", ArgsUsage: "bash | zsh | fish | powershell",
		Usage: "print what makes a shell complete commands, flags, speakers, places and outlets",
		Description: "bash:        source <(dateline completion bash)\n" +
			"zsh:         source <(dateline completion zsh)\n" +
			"fish:        dateline completion fish | source\n" +
			"PowerShell:  dateline completion powershell | Out-String | Invoke-Expression",
		Action: func(c *cli.Context) error {
			script, err := completions.ReadFile("completion/dateline." + c.Args().First())
			if err != nil {
				return usage("completion knows %s", strings.Join(shells, ", "))
			}
			_, err = h.out.Write(script)
			return err
		},
	}
}
